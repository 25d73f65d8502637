import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Edits, synthesizeExample } from "../support/synthesize-example";
import {
  type Clouds,
  type Plan,
  type StackDirectory,
  type StackDocument,
  type Terraform,
  givenFunction,
  rewriteStack,
  startClouds,
  terraformIn,
  writtenStack,
} from "./harness";

const REGION = "eu-central-1";
const RELEASED = join(__dirname, "released");

/** The examples as each release wrote them: a file is never changed, and each release adds its own. */
const RELEASES = readdirSync(RELEASED).flatMap((version) =>
  readdirSync(join(RELEASED, version)).map((file) => [version, file.replace(/\.tf\.json$/, "")] as const),
);

const released = (version: string, example: string) =>
  JSON.parse(readFileSync(join(RELEASED, version, `${example}.tf.json`), "utf8")) as StackDocument;

/** What somebody types who gives the API's construct another id, and says so. */
const RENAMED: Edits = [
  ["App, LocalBackend, TerraformStack }", "App, LocalBackend, TerraformResource, TerraformStack }"],
  [
    'const api = new HttpApi(this, "api", { lambdaFunction });',
    `const api = new HttpApi(this, "lambda-api", { lambdaFunction, apiName: "api" });
     for (const resource of api.node.findAll().filter(TerraformResource.isTerraformResource)) {
       const { terraformResourceType: type, friendlyUniqueId: name } = resource;
       resource.moveFromId(\`\${type}.\${name.replace(/^lambda-api/, "api")}\`);
     }`,
  ],
];

/** The same without the resources at hand. */
const OVERRIDDEN: Edits = [
  [
    'const api = new HttpApi(this, "api", { lambdaFunction });',
    `const api = new HttpApi(this, "cats-api", { lambdaFunction, apiName: "api" });
     const moved = (from, to) => ({ from, to });
     this.addOverride("moved", [
       moved("aws_apigatewayv2_api.api", "aws_apigatewayv2_api.cats-api"),
       moved("aws_apigatewayv2_integration.api", "aws_apigatewayv2_integration.cats-api"),
       moved("aws_apigatewayv2_route.api", "aws_apigatewayv2_route.cats-api"),
       moved("aws_apigatewayv2_stage.api", "aws_apigatewayv2_stage.cats-api"),
       moved("aws_lambda_permission.api_invoke_function", "aws_lambda_permission.cats-api_invoke_function"),
     ]);`,
  ],
];

const destroyedBy = ({ resourceChanges }: Plan) =>
  resourceChanges.filter(({ actions }) => actions.includes("delete")).map(({ address }) => address);

describe("the state that a release left", () => {
  let clouds: Clouds;
  let directory: StackDirectory;
  let terraform: Terraform;

  /** Puts the example of today into the directory. */
  const synthesize = (example: string, edits: Edits = []): StackDocument => {
    const output = synthesizeExample(example, edits);
    const assets = join(output.directory, "stacks", example, "assets");
    if (existsSync(assets)) cpSync(assets, join(directory.directory, "assets"), { recursive: true });
    const document = JSON.parse(output.json(example)) as StackDocument;
    output.remove();
    return document;
  };

  beforeAll(async () => {
    clouds = await startClouds();
    const { emulator, environment } = clouds;
    await givenFunction(emulator, "cats", REGION);
    const providers = RELEASES.map((release) => released(...release).terraform!.required_providers!);
    directory = writtenStack({ terraform: { required_providers: Object.assign({}, ...providers) } });
    terraform = terraformIn(directory.directory, { endpoint: emulator.endpoint, region: REGION, environment });
    await terraform.init();
  });
  afterAll(async () => {
    await clouds.stop();
    directory.remove();
  });

  async function givenState(version: string, example: string): Promise<void> {
    rmSync(join(directory.directory, "terraform.tfstate"), { force: true });
    synthesize(example);
    rewriteStack(directory, released(version, example));
    await terraform.apply();
  }

  const planned = (document: StackDocument): Promise<Plan> => {
    rewriteStack(directory, document);
    return terraform.plan();
  };

  // The one with the moved blocks is the last, because they go on from its state.
  const last = "cloudflare-http-api";
  const inOrder = [...RELEASES].sort(([, one], [, other]) => Number(one === last) - Number(other === last));

  test.each(inOrder)(
    "%s, of examples/%s, is changed by nothing that destroys or replaces",
    async (version, example) => {
      await givenState(version, example);
      expect(destroyedBy(await planned(synthesize(example)))).toEqual([]);
    },
  );

  test("is lost where a construct has another id, and kept by moved blocks", async () => {
    const renamed = synthesize(last, RENAMED);
    const { moved, ...silent } = renamed;
    expect(moved).toHaveLength(5);
    expect(destroyedBy(await planned(silent))).toEqual(
      expect.arrayContaining(["aws_apigatewayv2_api.api", "aws_apigatewayv2_stage.api"]),
    );
    const plan = await planned(renamed);
    expect(plan.resourceChanges).toEqual([]);
    expect(plan.text).toContain("aws_apigatewayv2_api.api has moved to aws_apigatewayv2_api.lambda-api");
  });

  test("is kept as well by moved blocks that are written into the stack", async () => {
    const plan = await planned(synthesize(last, OVERRIDDEN));
    expect(plan.resourceChanges).toEqual([]);
    expect(plan.text).toContain("aws_apigatewayv2_stage.api has moved to aws_apigatewayv2_stage.cats-api");
    await terraform.apply({ plan });
    expect(await terraform.stateAddresses()).toContain("aws_apigatewayv2_stage.cats-api");
  });
});
