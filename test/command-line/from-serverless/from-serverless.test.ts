import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PLUGIN_SAMPLES } from "../../support/plugin-samples";
import { Project, newProject, serviceWith } from "./support/run";

const FIXTURES = join(__dirname, "../../serverless/fixtures");

let project: Project;

beforeEach(() => {
  project = newProject();
});
afterEach(() => project.remove());

const CATS = serviceWith(
  "      - http: { path: '/cats/{id}', method: get, caching: { enabled: true, cacheKeyParameters: [{ name: request.path.id }] } }",
);

describe("what is written", () => {
  test("is Terraform JSON with the functions looked up by their names", async () => {
    project.write("serverless.yml", CATS);
    const { status, out, err } = await project.run();
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toBe(
      "wrote terraform/cdk.tf.json\n" +
        "The API is REGIONAL, because provider.endpointType does not say; the framework's own default is EDGE.\n" +
        "Next, in terraform: terraform init, terraform plan.\n",
    );
    const document = JSON.parse(project.read("terraform/cdk.tf.json"));
    expect(document).toMatchObject({
      provider: { aws: [{ region: "eu-west-1" }] },
      data: { aws_lambda_function: { "list-function": { function_name: "cats-prod-list" } } },
      resource: {
        aws_api_gateway_rest_api: { api: { name: "prod-cats" } },
        aws_api_gateway_stage: { api: { stage_name: "prod", cache_cluster_enabled: true } },
        aws_lambda_permission: { "api_invoke_list-function": {} },
        aws_api_gateway_method_settings: { "api_cache_GET_cats_by-id": { method_path: "~1cats~1{id}/GET" } },
      },
      output: { url: {} },
    });
    expect(document.resource).not.toHaveProperty("aws_lambda_function");
    expect(document.variable).toBeUndefined();
  });

  test("has ranges of versions, no backend, and no path of the machine", async () => {
    project.write("serverless.yml", CATS);
    await project.run();
    const text = project.read("terraform/cdk.tf.json");
    expect(JSON.parse(text).terraform).toEqual({
      required_version: ">= 1.5",
      required_providers: { aws: { source: "hashicorp/aws", version: expect.stringMatching(/^>= .*, < /) } },
    });
    for (const path of [project.directory, process.cwd(), __dirname]) expect(text).not.toContain(path);
  });

  test("is the same for the same input, and leaves nothing else behind", async () => {
    project.write("serverless.yml", CATS);
    await project.run();
    const before = project.read("terraform/cdk.tf.json");
    expect((await project.run()).status).toBe(0);
    expect(project.read("terraform/cdk.tf.json")).toBe(before);
    expect(project.list()).toEqual(["serverless.yml", "terraform"]);
    expect(project.list("terraform")).toEqual([".from-serverless.json", "cdk.tf.json"]);
  });

  test.each(PLUGIN_SAMPLES.map((sample) => [sample.title, sample] as const))(
    "of %s has a setting for each cached endpoint",
    async (_title, { yaml, wanted, isShared }) => {
      project.write("serverless.yml", yaml);
      expect((await project.run()).status).toBe(0);
      const { resource } = JSON.parse(project.read("terraform/cdk.tf.json"));
      const settings = Object.values(resource.aws_api_gateway_method_settings) as { method_path: string }[];
      const cached = [...wanted].filter(([, one]) => one !== undefined).map(([path]) => path);
      expect(settings.map(({ method_path }) => method_path)).toEqual(expect.arrayContaining(cached));
      expect("aws_api_gateway_stage" in resource).toBe(!isShared);
    },
  );
});

describe("options", () => {
  test("--stage, --region, --param and --opt are those of serverless", async () => {
    project.write(
      "serverless.yml",
      "service: cats\nprovider: { name: aws }\ncustom: { apiGatewayCaching: { enabled: true, ttlInSeconds: '${param:ttl}' } }\n" +
        "functions: { list: { name: '${opt:prefix}-list', events: [{ http: { path: /, method: get, caching: { enabled: true } } }] } }\n",
    );
    const { status } = await project.run([
      "--stage=beta",
      "--region=eu-north-1",
      "--param=ttl=7",
      "--opt",
      "prefix=a=b",
    ]);
    expect(status).toBe(0);
    const { provider, data, resource } = JSON.parse(project.read("terraform/cdk.tf.json"));
    expect(provider.aws).toEqual([{ region: "eu-north-1" }]);
    expect(data.aws_lambda_function["list-function"].function_name).toBe("a=b-list");
    expect(resource.aws_api_gateway_stage.api.stage_name).toBe("beta");
    expect(resource.aws_api_gateway_method_settings.api_cache_GET.settings.cache_ttl_in_seconds).toBe(7);
  });

  test("--shared writes the settings of the methods, and a variable for the API", async () => {
    project.write("serverless.yml", CATS);
    const { status, out } = await project.run(["--shared"]);
    expect(status).toBe(0);
    expect(out).toContain("Terraform will ask for these variables:\n  Ref_ApiGatewayRestApi: ");
    const { resource, data, variable } = JSON.parse(project.read("terraform/cdk.tf.json"));
    expect(Object.keys(resource)).toEqual(["aws_api_gateway_method_settings"]);
    expect(data).toBeUndefined();
    expect(Object.keys(variable)).toEqual(["Ref_ApiGatewayRestApi"]);
  });

  test("a service that says it is shared needs no --shared, and no name", async () => {
    const [, yaml] = PLUGIN_SAMPLES.filter(({ isShared }) => isShared).map((sample) => sample.yaml);
    project.write("serverless.yml", yaml!.replace(/^service: .*\n/, ""));
    expect((await project.run()).status).toBe(0);
    expect(Object.keys(JSON.parse(project.read("terraform/cdk.tf.json")).resource)).toEqual([
      "aws_api_gateway_method_settings",
    ]);
  });

  test("the standard input is taken, in pieces", async () => {
    const { status } = await project.run(["-", "--out=x"], [CATS.slice(0, 40), Buffer.from(CATS.slice(40))]);
    expect(status).toBe(0);
    expect(project.read("x/cdk.tf.json")).toContain("cats-prod-list");
  });

  test.each<[string, string[]]>([
    ["one FILE is read, and there is another", ["a.yml", "b.yml"]],
    ["FILE is empty", [""]],
    ["--param takes NAME=VALUE", ["--param", "ttl"]],
    ["--opt prefix is given twice", ["--opt=prefix=a", "--opt=prefix=b"]],
    ["unknown option --share. Did you mean --shared?", ["--share"]],
    ["--stage needs a value", ["--stage"]],
  ])("misuse: %s", async (message, args) => {
    project.write("serverless.yml", CATS);
    const { status, err } = await project.run(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(project.list()).toEqual(["serverless.yml"]);
  });
});

describe("what is not as it was is told of, with its place", () => {
  test("in the words of the configuration", async () => {
    project.write(
      "serverless.yml",
      serviceWith(
        "      - http: { path: '/cats/{id}', method: get, caching: { enabled: true, ttlInSeconds: 0, cacheKeyParameters: [{ name: request.path.id }] } }",
      ),
    );
    const { status, err } = await project.run();
    expect(status).toBe(0);
    expect(err).toMatch(
      /^warning: gateway\/ttl-zero: serverless\.yml:8:15 functions\.list\.events\[0\]\.http\.caching\.ttlInSeconds is 0: /,
    );
    expect(err).not.toContain("endpoints[0]");
  });

  test("keys of API Gateway, access logs, existing APIs, endpoints of elsewhere, mapped functions", async () => {
    cpSync(FIXTURES, join(project.directory, "f"), { recursive: true });
    const accounts = await project.run(["f/accounts.yml"]);
    expect(accounts.err).toContain("accounts.yml:8:14 provider.apiGateway.apiKeys: API keys are not carried over");
    expect(accounts.err).toContain("additionalEndpoints[0]: what answers GET /currencies is not said there");
    expect(accounts.err).toMatch(/functions\.search\.events\[0\]\.http: the function gets its event from a mapping/);
    const widgets = await project.run(["f/widgets.yml", "--out=w"]);
    expect(widgets.err).toContain("provider.logs.restApi: the access log is not carried over");
  });

  test.each([
    ["custom.apiGatewayCaching.restApiId", "", "enabled: true, restApiId: abc123"],
    ["provider.apiGateway.restApiId", ", apiGateway: { restApiId: abc123 }", "enabled: true"],
  ])("an API that exists: %s", async (property, provider, caching) => {
    const yaml = serviceWith("      - http: GET /a", `{ name: aws, stage: prod, region: eu-west-1${provider} }`);
    project.write("serverless.yml", yaml.replace("enabled: true", caching));
    const { status, err } = await project.run();
    expect([status, err]).toEqual([0, expect.stringContaining(`${property}: the API is made anew. With --shared`)]);
    expect((await project.run(["--shared", "--out=shared"])).err).not.toContain("made anew");
    expect(project.read("shared/cdk.tf.json")).not.toContain("variable");
  });

  test.each([
    ["a type that the file names", "{ name: aws, stage: prod, region: eu-west-1, endpointType: edge }", []],
    ["a gateway that stays", "{ name: aws, stage: prod, region: eu-west-1 }", ["--shared"]],
  ])("the type of the API is not told of for %s", async (_what, provider, args) => {
    project.write("serverless.yml", serviceWith("      - http: GET /a", provider));
    const { status, out } = await project.run(args);
    expect([status, out]).toEqual([0, expect.not.stringContaining("REGIONAL")]);
  });

  test("events of an HTTP API, once", async () => {
    project.write(
      "serverless.yml",
      serviceWith("      - http: GET /a\n      - httpApi: GET /b\n      - httpApi: GET /c"),
    );
    const { status, err } = await project.run();
    expect(status).toBe(0);
    expect(err.match(/httpApi events/g)).toHaveLength(1);
    expect(err).toContain("serverless.yml:9:18 functions.list.events[1].httpApi: httpApi events are not carried over");
    expect((await project.run(["--shared", "--out=shared"])).err).not.toContain("httpApi");
  });

  test("an API without a method", async () => {
    const owner = PLUGIN_SAMPLES.find(({ wanted }) => wanted.size === 0)!;
    project.write("serverless.yml", owner.yaml);
    const { status, err } = await project.run();
    expect(status).toBe(0);
    expect(err).toContain("serverless.yml: there is no http event in it. GET / is written");
  });
});

describe("what the file says is data", () => {
  /** Every expression of Terraform in a document, bodies included. */
  const expressions = (text: string) => [...text.matchAll(/(?<![$%])[$%]\{(.*?)\}/g)].map(([, inside]) => inside);

  test("no text of it becomes an expression of Terraform", async () => {
    project.write(
      "serverless.yml",
      `service: cats
provider:
  name: aws
  region: eu-west-1
  tags: { "k\${hostile}": "%{hostile}" }
  apiGateway:
    description: '\\\${file("/etc/hostile")}'
    binaryMediaTypes: ["\${hostile}/c"]
    resourcePolicy: [{ Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "arn:\${AWS::hostile}:x", Condition: { "a\${hostile}": 1 } }]
custom: { apiGatewayCaching: { enabled: true } }
functions:
  list:
    name: "n-\${hostile}"
    events:
      - http: { path: /a, method: get, cors: true, integration: lambda, request: { template: { "a/\${hostile}": "\${hostile}" } }, caching: { enabled: true } }
      - http: { path: /b, method: get, integration: http-proxy, request: { uri: "https://\${hostile}/\${stageVariables.host}" } }
      - http: { path: /c, method: get, authorizer: { name: "hostile", identitySource: "method.request.header.\${hostile}", identityValidationExpression: "\${hostile}" } }
      - http: { path: /d, method: get, authorizer: { arn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/x", scopes: ["\${hostile}"], identityValidationExpression: "\${hostile}", identitySource: "method.request.header.\${hostile}" } }
      - http: { path: /e, method: get, integration: lambda, request: { parameters: { headers: { A: { mappedValue: "'\${hostile}'" } } } } }
      - http: { path: /f, method: get, integration: http, request: { uri: "https://x.example.com", parameters: { querystrings: { a: { required: false, mappedValue: "'%{hostile}'" } } } } }
  hostile: { provisionedConcurrency: 1 }
`,
    );
    const { status, err } = await project.run();
    expect([status, err]).toEqual([0, expect.not.stringContaining("error")]);
    const text = project.read("terraform/cdk.tf.json");
    expect(text.match(/hostile/g)!.length).toBeGreaterThan(15);
    expect(expressions(text).filter((one) => !/^(jsonencode\(|sha1\(|var\.|data\.|aws_)/.test(one!))).toEqual([]);
  });
});

describe("--project says where the project begins", () => {
  beforeEach(() => {
    project.write("common.yml", "caching: { enabled: true, ttlInSeconds: 77 }\n");
    project.write("services/cats/list.yml", "list:\n  events:\n    - http: { path: /, method: get, caching: { enabled: true } }\n"); // prettier-ignore
    project.write(
      "services/cats/serverless.yml",
      "service: cats\nprovider: { name: aws }\ncustom: { apiGatewayCaching: '${file(../../common.yml):caching}' }\nfunctions: ${file(list.yml)}\n",
    );
  });

  test("files beside the service's directory are read, and places are told from there", async () => {
    const file = "services/cats/serverless.yml";
    expect((await project.run([file])).err).toContain("--project DIR");
    expect(await project.run([file, "--project", ".", "--typescript"])).toMatchObject({ status: 0, err: "" });
    expect(project.read("terraform/main.ts")).toContain("ttlSeconds: 77");
    expect(project.read("terraform/main.ts")).toContain("as services/cats/serverless.yml had it");
    project.write("services/cats/list.yml", "list: { events: [{ http: GET }] }\n");
    expect((await project.run([file, "--project=."])).err).toContain(": services/cats/list.yml:1:26 functions.list");
  });

  test("nothing outside of it is read", async () => {
    const { status, err } = await project.run(["services/cats/serverless.yml", "--project", "services"]);
    expect(status).toBe(2);
    expect(err).toContain("serverless/file-outside-project: cats/serverless.yml:3:30");
    const outside = await project.run(["common.yml", "--project", "services"]);
    expect(outside).toMatchObject({ status: 2, err: expect.stringContaining("common.yml is not within --project services.") }); // prettier-ignore
  });

  test("the standard input stands in it", async () => {
    const input = "service: cats\nprovider: { name: aws }\ncustom: { apiGatewayCaching: '${file(../common.yml):caching}' }\nfunctions: ${file(cats/list.yml)}\n"; // prettier-ignore
    expect((await project.run(["-", "--project=services"], [input])).err).toContain("file-outside-project");
    const inside = input.replace("../common", "common").replace("cats/list", "services/cats/list");
    expect((await project.run(["-", "--project=."], [inside])).status).toBe(0);
  });
});

describe("bad input: exit status 2, where it is, and nothing written", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]", ...[..."bcdefghij"].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghij"[index]}`).join(", ")}]`)].join("\n"); // prettier-ignore
  const cases: [string, string | Uint8Array, RegExp][] = [
    ["broken YAML", "provider: aws\nfunctions: {a: [}\n", /serverless\.yml:2:\d+/],
    ["a tab for an indent", "provider:\n\tname: aws\n", /serverless\.yml:2:1/],
    ["an empty file", "", /serverless\.yml/],
    ["a file of comments", "# nothing\n", /serverless\.yml/],
    ["a list", "- a\n", /serverless\.yml:1:1/],
    ["20 MB", "# ".padEnd(20 * 1024 * 1024, "x"), /serverless\.yml: the file has more than 2097152 bytes/],
    ["anchors without end", `${bomb}\nprovider: *j\ncustom: *j\n`, /serverless\.yml/],
    ["an anchor in itself", "provider: &a { name: *a }\n", /serverless\.yml/],
    ["several documents", "a: 1\n---\nb: 2\n", /serverless\.yml:\d+/],
    ["binary", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /serverless\.yml.*UTF-8/],
    ["NUL bytes", "a: \u0000\n", /serverless\.yml/],
    ["a path outside of the project", CATS.replace("service: cats", "service: ${file(../other.yml):name}"), /serverless\.yml:1:10 .*\.\.\/other\.yml/], // prettier-ignore
    ["a program", CATS.replace("service: cats", "service: ${file(a.js):name}"), /serverless\.yml:1:10/],
    ["a misspelt key", CATS.replace("enabled: true }", "enabled: true, ttlinseconds: 3 }"), /serverless\.yml:3:\d+ .*ttlInSeconds/], // prettier-ignore
    ["no name of the service", CATS.replace("service: cats\n", ""), /serverless\/missing-key: serverless\.yml:1:1 service/], // prettier-ignore
    ["a wrong name of a function", CATS.replace("  list:", "  'a b':"), /serverless\.yml:5:3/],
    ["two methods of one path", CATS + CATS.slice(CATS.indexOf("      - http")), /serverless\.yml:9:15 functions\.list\.events\[1\]/], // prettier-ignore
    ["nothing to write", "service: cats\nprovider: aws\n", /there is no http event/],
  ];

  test.each(cases)("%s", async (_name, content, message) => {
    project.write("serverless.yml", content);
    const { status, out, err } = await project.run();
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(message);
    expect(err).not.toContain("    at ");
    expect(project.list()).toEqual(["serverless.yml"]);
  });

  test.each([
    ["no file", [], /serverless\.yml.*there is no such file/],
    ["a directory", ["."], /directory/],
    ["a configuration in TypeScript", ["serverless.ts"], /serverless\.ts/],
  ])("%s", async (_name, args, message) => {
    const { status, err } = await project.run(args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(project.list()).toEqual([]);
  });

  test("what the constructs refuse: everything at once, each with its place", async () => {
    const events = [
      "{ path: /a, method: get, integration: http-proxy, request: { uri: 'https://a.b', method: gat } }",
      "{ path: /b, method: get, integration: lambda, request: { passThrough: foo } }",
      "{ path: /c, method: get, authorizer: { name: list, type: request, identitySource: x, resultTtlInSeconds: 4000 } }",
    ];
    project.write("serverless.yml", serviceWith(events.map((event) => `      - http: ${event}`).join("\n")));
    const { status, err } = await project.run();
    expect(status).toBe(2);
    expect(err.match(/serverless\.yml:\d+:\d+ \S+/g)).toEqual([
      "serverless.yml:8:15 functions.list.events[0].http.request.method",
      "serverless.yml:9:15 functions.list.events[1].http.request.passThrough",
      "serverless.yml:10:52 functions.list.events[2].http.authorizer.identitySource",
      "serverless.yml:10:52 functions.list.events[2].http.authorizer.resultTtlInSeconds",
    ]);
  });

  test.each([
    ["endpointType: x", "serverless.yml:2:51 provider.endpointType"],
    ["apiGateway: { minimumCompressionSize: -1 }", "serverless.yml:2:75 provider.apiGateway.minimumCompressionSize"],
    ["logs: { restApi: { level: WARN } }", "serverless.yml:2:63 provider.logs.restApi.level"],
    ["region: x", "serverless.yml:2:45 provider.region"],
  ])("a setting of the API that is none: %s", async (setting, place) => {
    project.write("serverless.yml", serviceWith("      - http: GET /a", `{ name: aws, stage: prod, ${setting} }`));
    const { status, err } = await project.run();
    expect([status, err]).toEqual([2, expect.stringContaining(`: ${place} is `)]);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("a region that is none, from the command line", async () => {
    project.write("serverless.yml", CATS);
    const { status, err } = await project.run(["--region", "eu west"]);
    expect([status, err]).toEqual([2, expect.stringContaining(': --region is "eu west"')]);
  });

  test("a stage that is none, from the command line", async () => {
    project.write("serverless.yml", CATS);
    const { status, err } = await project.run(["--stage", "eu west"]);
    expect([status, err]).toEqual([2, expect.stringMatching(/: --stage is "eu west"/)]);
    expect(err).not.toContain("options.");
  });

  test("a text that would act on a terminal is shown, and acts on none", async () => {
    project.write(
      "serverless.yml",
      'service: cats\nprovider: { name: aws }\ncustom: { apiGatewayCaching: { "\\x9b31m": 1 } }\n',
    );
    const { status, err } = await project.run();
    expect([status, err]).toEqual([2, expect.stringContaining("\\u009b31m")]);
    expect(err).not.toContain("\u009b");
  });

  test("a link that leads out of the project", async () => {
    project.write("app/serverless.yml", CATS.replace("service: cats", "service: ${file(linked.yml):name}"));
    project.write("secret.yml", "name: cats\n");
    symlinkSync("../secret.yml", join(project.directory, "app/linked.yml"));
    const { status, err } = await project.run(["app/serverless.yml"]);
    expect(status).toBe(2);
    expect(err).toContain("serverless/file-outside-project: serverless.yml:1:10");
  });

  test.each<[string, (string | Uint8Array)[], RegExp]>([
    ["nothing", [], /stdin/],
    ["binary", [Buffer.from([0xff, 0xfe])], /standard input is not text/],
    ["without end", Array<string>(30).fill("#".repeat(1024 * 1024)), /standard input has more than \d+ bytes/],
    ["broken", ["a: [\n"], /stdin:\d+:\d+/],
  ])("a standard input with %s", async (_name, input, message) => {
    const { status, err } = await project.run(["-"], input);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(project.list()).toEqual([]);
  });
});
