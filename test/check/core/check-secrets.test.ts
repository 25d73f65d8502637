import { checkWrittenKeys } from "../../../lib/check/core/check-secrets";
import { configurationOf, findingsIn, foundIn, inOneLine } from "../support/configuration";

const KEY = `-----BEGIN ${"PRIVATE KEY"}-----\nMIIB\n-----END ${"PRIVATE KEY"}-----\n`;

test("a private key is found wherever it is written down, and not repeated", () => {
  const document = {
    resource: { aws_acm_certificate: { c: { private_key: KEY } }, aws_x: { y: [{ nested: [{ text: `a\n${KEY}` }] }] } },
    variable: { key: { default: KEY } },
    locals: [{ key: KEY }],
    data: { aws_z: { w: { key: KEY } } },
  };
  const found = findingsIn(document);
  expect(found.map(inOneLine).sort()).toEqual([
    "certificate/private-key-in-text aws_acm_certificate.c private_key",
    "certificate/private-key-in-text aws_x.y nested[0].text",
    "certificate/private-key-in-text data.aws_z.w key",
    "certificate/private-key-in-text locals[0].key",
    "certificate/private-key-in-text variable.key.default",
  ]);
  expect(JSON.stringify(found)).not.toContain("MIIB");
});

test("the configuration of a plan has its addresses", () => {
  const value = {
    root_module: {
      resources: [{ address: "aws_acm_certificate.c", expressions: { private_key: { constant_value: KEY } } }],
      variables: { key: { default: KEY } },
    },
  };
  const written = checkWrittenKeys({ ...configurationOf({}), written: [{ file: "plan.json", value }] });
  expect(written.map(({ address, finding }) => [address, finding.property])).toEqual([
    ["aws_acm_certificate.c", "private_key"],
    [undefined, "root_module.variables.key.default"],
  ]);
});

const TOKEN = "v4lY0pXq2Rr8TnW6cKjB-sDhG5eZ7uMoF9aI3xLw";

test("credentials of a provider are found, and not repeated", () => {
  const found = findingsIn({
    provider: {
      cloudflare: [{ api_token: TOKEN }, { alias: "b", api_token: "${var.token}" }],
      aws: { secret_key: TOKEN },
    },
    terraform: { backend: { s3: { secret_key: TOKEN } } },
    locals: { api_token: TOKEN },
  });
  expect(found.map(inOneLine).sort()).toEqual([
    "input/credentials-in-text provider.aws.secret_key",
    "input/credentials-in-text provider.cloudflare[0].api_token",
    "input/credentials-in-text terraform.backend.s3.secret_key",
  ]);
  expect(JSON.stringify(found)).not.toContain(TOKEN.slice(0, 8));
});

test("credentials are found in the configuration of a plan", () => {
  const expressions = { api_token: { constant_value: TOKEN } };
  const value = { provider_config: { "cloudflare.b": { name: "cloudflare", alias: "b", expressions } } };
  const written = checkWrittenKeys({ ...configurationOf({}), written: [{ file: "plan.json", value }] });
  expect(written.map(({ address, finding }) => [address, finding.rule, finding.property])).toEqual([
    [undefined, "input/credentials-in-text", "provider_config.cloudflare.b.expressions.api_token"],
  ]);
});

test("a key that Terraform reads is none that is written down", () => {
  expect(
    foundIn({
      resource: { aws_acm_certificate: { c: { private_key: '${file("key.pem")}', certificate_body: "${var.c}" } } },
    }),
  ).toEqual([]);
});

test("a variable for a private key has to be sensitive", () => {
  const document = (variable: object) => ({
    resource: { aws_acm_certificate: { c: { private_key: "${var.key}", certificate_body: "${var.body}" } } },
    variable: { key: variable, body: {} },
  });
  const expected = ["certificate/variable-not-sensitive aws_acm_certificate.c private_key"];
  expect(foundIn(document({}))).toEqual(expected);
  expect(foundIn(document({ sensitive: false }))).toEqual(expected);
  expect(foundIn(document({ sensitive: true }))).toEqual([]);
  expect(foundIn({ resource: document({}).resource })).toEqual([]);
});
