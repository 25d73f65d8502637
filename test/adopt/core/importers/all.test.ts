import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { adopt } from "../../../../lib/adopt/core/adopt";
import { AWS_QUESTIONS } from "../../../../lib/adopt/core/aws-questions";
import { NOTHING_GIVEN } from "../../../../lib/adopt/core/given";
import { IMPORTERS } from "../../../../lib/adopt/core/importers/all";
import { Kind } from "../../../../lib/adopt/core/questions";
import { API, ARN, stackWith } from "../../support/adopted";

const GOLDEN = join(__dirname, "../../../examples");
const FILES = readdirSync(GOLDEN, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tf.json"));

test.each(FILES)("knows every type in %s", (file) => {
  const { resource = {} } = JSON.parse(readFileSync(join(GOLDEN, file), "utf8")) as { resource?: object };
  // What is the user's own is left to the user.
  const known = /^(tls_|aws_iam_role$|aws_lambda_function$)/;
  const unknown = Object.keys(resource).filter((type) => IMPORTERS[type] === undefined && !known.test(type));
  expect(unknown).toEqual([]);
});

test("every question to AWS is asked in the region of what it is for", () => {
  const attributes = {
    rest_api_id: API,
    api_id: API,
    stage_name: "prod",
    method_path: "*/*",
    name: "a",
    response_type: "a",
    route_key: "a",
    domain_name: "a.example.com",
    resource_id: "a",
    http_method: "GET",
    status_code: "200",
    function_name: "a",
    provider: "aws.far",
  };
  const types = Object.keys(IMPORTERS).filter((type) => /^aws_(?!acm)/.test(type));
  const resource = Object.fromEntries(types.map((type) => [type, { x: attributes }]));
  const provider = { aws: [{ region: "eu-central-1" }, { alias: "far", region: "us-east-1" }] };
  const stack = stackWith({ ...resource, aws_acm_certificate: { x: attributes } }, { provider });
  const given = { restApiIds: [], certificateArns: [{ value: ARN }] };
  const { open } = adopt(stack, { ...NOTHING_GIVEN, ...given }, new Map()).adoption!;
  const asked = new Map(open.map(({ kind, region }) => [kind, region]));
  const expected = (Object.keys(AWS_QUESTIONS) as Kind[]).map((kind) => [kind, "us-east-1"] as const);
  // A certificate is where its ARN says.
  expect(asked).toEqual(new Map([...expected, ["certificate", "eu-central-1"]]));
});
