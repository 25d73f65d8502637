import { readConfiguration } from "../../../lib/check/core/read-configuration";
import { configurationOf } from "../support/configuration";

function read(...files: (readonly [string, object])[]) {
  return readConfiguration(
    files.map(([file, value]) => ({ file, value: value as { [name: string]: unknown } })),
    false,
  );
}

test("resources and data sources have their addresses, without comments", () => {
  const { resources } = configurationOf({
    "//": "generated",
    resource: { aws_x: { y: { "//": { metadata: {} }, a: 1 }, "//": "no resource" } },
    data: { aws_z: { w: {} } },
  });
  expect(resources).toEqual([
    expect.objectContaining({
      address: "aws_x.y",
      type: "aws_x",
      isData: false,
      attributes: { a: 1 },
      isCreated: true,
    }),
    expect.objectContaining({ address: "data.aws_z.w", type: "aws_z", isData: true }),
  ]);
});

test("blocks may be in lists at every level", () => {
  const { resources } = configurationOf({
    resource: [{ aws_x: [{ y: [{ a: 1 }] }, { z: {} }] }, { aws_v: { u: {} } }],
  });
  expect(resources.map(({ address }) => address)).toEqual(["aws_x.y", "aws_x.z", "aws_v.u"]);
});

test("the files of a directory are one module", () => {
  const { configuration } = read(
    ["a.tf.json", { resource: { aws_x: { y: { a: "${local.b}" } } } }],
    ["b.tf.json", { locals: { b: 1 }, variable: { open: {}, secret: { sensitive: true } } }],
  );
  expect(configuration!.resources.map(({ address, file }) => [address, file])).toEqual([["aws_x.y", "a.tf.json"]]);
  expect([...configuration!.locals]).toEqual([["b", 1]]);
  expect([...configuration!.openVariables]).toEqual(["open"]);
  expect(configuration!.isWhole).toBe(true);
});

test("local values stand in the places where they are named, in resources and providers", () => {
  const { resources, locals, written } = configurationOf({
    locals: { region: "eu-west-1", own: "us-east-1", gone: null, list: ["${local.region}"], key: "abcdefgh12345678" },
    provider: { aws: { region: "${local.region}", secret_key: "${local.key}" } },
    resource: {
      aws_x: {
        a: { list: "${local.list}", inner: [{ part: "${local.list[0]}" }], gone: "${local.gone}" },
        b: { region: "${local.own}", text: "in ${local.own}" },
      },
    },
  });
  expect(resources.map(({ region, attributes }) => ({ region, attributes }))).toEqual([
    { region: "eu-west-1", attributes: { list: ["eu-west-1"], inner: [{ part: "eu-west-1" }] } },
    { region: "us-east-1", attributes: { region: "us-east-1", text: "in ${local.own}" } },
  ]);
  expect(locals.get("list")).toEqual(["${local.region}"]);
  expect(written[0]!.value).toMatchObject({ provider: { aws: { secret_key: "abcdefgh12345678" } } });
  expect(written[0]!.value).toMatchObject({ resource: { aws_x: { b: { region: "${local.own}" } } } });
});

test("what waits for a local value waits for what that is made of", () => {
  const { follows } = configurationOf({
    locals: { name: ["${aws_x.first.id}"][0], const: 1 },
    resource: { aws_x: { first: {}, second: { a: "${local.name}" }, third: { a: "${local.const}" } } },
  });
  expect([follows("aws_x.second", "aws_x.first"), follows("aws_x.third", "aws_x.first")]).toEqual([true, false]);
});

test.each([
  [{ sensitive: true }, { description: "x" }, []],
  [{ sensitive: true }, { sensitive: false }, ["key"]],
  [{}, { sensitive: true }, []],
  [{}, { description: "x" }, ["key"]],
])("a variable %j with %j in an override file", (plain, over, open) => {
  const { configuration } = read(
    ["dev_override.tf.json", { variable: { key: over } }],
    ["main.tf.json", { variable: { key: plain } }],
  );
  expect([...configuration!.openVariables]).toEqual(open);
});

test("override files replace arguments, the last name winning, and merge the life cycle", () => {
  const { configuration } = read(
    ["dir/override.tf.json", { resource: { aws_x: { y: { a: [4], b: 4, lifecycle: { prevent_destroy: true } } } } }],
    ["dir/b_override.tf.json", { resource: { aws_x: { y: { b: 3, c: 3 } } } }],
    [
      "dir/main.tf.json",
      { resource: { aws_x: { y: { a: [1, 2], b: 2, c: 2, d: 2, lifecycle: { ignore_changes: [] } } } } },
    ],
  );
  expect(configuration!.resources).toHaveLength(1);
  expect(configuration!.resources[0]).toMatchObject({
    file: "dir/main.tf.json",
    attributes: { a: [4], b: 4, c: 3, d: 2, lifecycle: { prevent_destroy: true, ignore_changes: [] } },
  });
});

test("a resource that is declared twice is refused, as Terraform does", () => {
  const document = { resource: { aws_x: { y: {} } } };
  expect(read(["a.tf.json", document], ["b.tf.json", document]).problem).toBe(
    "a.tf.json and b.tf.json both declare aws_x.y.",
  );
  expect(read(["a.tf.json", { resource: { aws_x: { y: [{}, {}] } } }]).problem).toBe(
    "a.tf.json declares aws_x.y twice.",
  );
});

test("regions come from the resource or from its provider", () => {
  const { resources } = configurationOf({
    provider: {
      aws: [{ region: "eu-central-1" }, { alias: "us", region: "us-east-1" }, { alias: "v", region: "${var.r}" }],
    },
    resource: {
      aws_x: {
        a: {},
        b: { provider: "aws.us" },
        c: { provider: "${aws.us}" },
        d: { region: "eu-west-1" },
        e: { provider: "aws.v" },
      },
    },
  });
  expect(resources.map(({ region }) => region)).toEqual([
    "eu-central-1",
    "us-east-1",
    "us-east-1",
    "eu-west-1",
    undefined,
  ]);
});

test("with a module, or with other files, not everything is seen", () => {
  expect(configurationOf({ module: { m: { source: "./m" } } }).isWhole).toBe(false);
  expect(readConfiguration([], true).configuration!.isWhole).toBe(false);
});

test("an argument that is null is none, at any depth", () => {
  const { resources } = configurationOf({
    resource: { aws_x: { y: { a: null, b: { c: null, d: 1 }, e: [{ f: null }, null] } } },
  });
  expect(resources[0]!.attributes).toEqual({ b: { d: 1 }, e: [{}, null] });
});

test("what is repeated may be there or not", () => {
  const { resources } = configurationOf({
    resource: { aws_x: { a: { count: "${var.n}" }, b: { for_each: "${var.m}" }, c: { count: null }, d: {} } },
  });
  expect(resources.map(({ isRepeated }) => isRepeated)).toEqual([true, true, false, false]);
});

test.each([
  [{ cloudflare: { source: "cloudflare/cloudflare", version: "~> 4.0" } }, "~> 4.0"],
  [[{ cloudflare: [{ version: "5.1.0" }] }], "5.1.0"],
  [{ cloudflare: "~> 5" }, "~> 5"],
  [{ aws: "~> 5" }, undefined],
])("the Cloudflare provider of %j is %s", (required, version) => {
  expect(configurationOf({ terraform: { required_providers: required } }).cloudflareVersions).toBe(version);
});

test("OpenTofu's override files are override files", () => {
  const { configuration } = read(
    ["main.tofu.json", { resource: { aws_x: { y: { a: 1 } } } }],
    ["override.tofu.json", { resource: { aws_x: { y: { a: 2 } } } }],
  );
  expect(configuration!.resources[0]!.attributes).toMatchObject({ a: 2 });
});

test("what another file declares may put a resource after any other", () => {
  const value = { resource: { a: { one: { depends_on: ["b.elsewhere"] }, two: {} } } };
  const follows = (hasOthers: boolean) =>
    readConfiguration([{ file: "main.tf.json", value }], hasOthers).configuration!.follows("a.one", "a.two");
  expect([follows(true), follows(false)]).toEqual([true, false]);
});
