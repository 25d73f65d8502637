import { ModuleFacts, backendsOf, checkModule, checkVersions } from "../../../lib/stack/core/check-module";
import { briefly } from "../../support/plan";

const FILE = "assets/code/0A/archive.zip";

const NOTHING: ModuleFacts = {
  path: "front",
  providerVersions: {},
  providers: [],
  backends: [],
  names: [],
  assets: [],
  written: {},
};

const check = (facts: Partial<ModuleFacts>) => briefly(checkModule({ ...NOTHING, ...facts }));

const named = (name: string, id: string, isGenerated: boolean) =>
  check({ names: [{ path: `front/${id}`, name, id, isGenerated }] });

test("an empty module is right", () => {
  expect(check({})).toEqual([]);
});

test("everything that is wrong is found at once", () => {
  expect(
    check({
      providerVersions: { tls: "~> 4.0" },
      providers: [{ path: "front/aws", name: "aws", options: ["region", "alias"] }],
      backends: [{ path: "front/backend", name: "s3" }],
      names: [{ path: "front/a/host", name: "a_host_0123ABCD", id: "host", isGenerated: true }],
      assets: [{ path: "front/code", file: FILE }],
      written: {
        resource: { filename: FILE },
        terraform: { cloud: {} },
        provider: { tls: [{ proxy: {} }] },
        import: [{ to: "aws_lambda_function.cats" }],
      } as object,
    }),
  ).toEqual([
    "module/unknown-provider at providerVersions.tls",
    "module/provider-configured at front/aws",
    "module/backend-declared at front/backend",
    "module/provider-configured at front.provider.tls",
    "module/backend-declared at front",
    "module/import-declared at front",
    "module/hashed-name at front/a/host",
    "module/asset-path at front/code",
  ]);
});

test("of a provider's options the names are told, because a value may be a secret", () => {
  const options = ["alias", "api_token"];
  const [finding, overridden] = checkModule({
    ...NOTHING,
    providers: [{ path: "front/cloudflare", name: "cloudflare", options }],
    written: { provider: { aws: { secret_key: "a-secret" } } },
  });
  expect(finding!.found).toEqual(["api_token"]);
  expect(overridden!.found).toEqual(["secret_key"]);
});

test("a name is right if it is the id, or if somebody chose it", () => {
  expect(named("host", "host", true)).toEqual([]);
  expect(named("orders_host", "host", false)).toEqual([]);
  expect(named("inside_host_0123ABCD", "host", true)).toEqual(["module/hashed-name at front/host"]);
});

test.each([
  ['"${path.module}/FILE"', []],
  ['"FILE"', ["module/asset-path at front/code"]],
  ['"${path.module}/FILE" "${path.module}/FILE"', []],
  ['"${path.module}/FILE" "${filemd5(\\"FILE\\")}"', ["module/asset-path at front/code"]],
  ['"${path.root}/FILE"', ["module/asset-path at front/code"]],
  ['"code.zip"', []],
])("an asset that is written as %s", (written, found) => {
  const document = JSON.parse(`{"resource":[${written.replaceAll("FILE", FILE).replaceAll('" "', '","')}]}`);
  expect(check({ assets: [{ path: "front/code", file: FILE }], written: document })).toEqual(found);
});

test("the source of a module inside of the module is read from there", () => {
  const assets = [{ path: "front/code", file: "assets/code" }];
  const source = "./assets/code/cats";
  expect(check({ assets, written: { module: { cats: { source } } } })).toEqual([]);
  const handed = { module: { cats: { source, code: source } } };
  expect(check({ assets, written: handed })).toEqual(["module/asset-path at front/code"]);
});

test.each([
  [{}, []],
  [{ terraform: {} }, []],
  [{ terraform: { backend: { s3: {} } } }, ["s3"]],
  [{ terraform: { cloud: {} } }, ["cloud"]],
])("of %j the backend is %j", (document, names) => {
  expect(backendsOf(document)).toEqual(names);
});

test("versions are judged by the name of their property", () => {
  expect(briefly(checkVersions("newest", { aws: "~> 6.0", tls: "any" }))).toEqual([
    "module/provider-version at providerVersions.tls",
    "module/provider-version at terraformVersion",
  ]);
  expect(checkVersions(undefined)).toEqual([]);
});

test("a pre-release may be asked of a provider, and not of Terraform", () => {
  expect(briefly(checkVersions("~> 1.5.0-beta1", { aws: "> 6.0.0-beta1" }))).toEqual([
    "module/provider-version at terraformVersion",
  ]);
});
