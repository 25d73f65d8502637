import { awsCloud, ProgramResult } from "../../lib/adopt/aws-cloud";
import { Question } from "../../lib/adopt/core/questions";

const QUESTION: Question = { kind: "restStage", region: "eu-west-1", about: ["abc", "prod"] };

function cloud(...results: readonly Partial<ProgramResult>[]) {
  const asked: string[] = [];
  const made = awsCloud(async (args) => {
    asked.push(args.join(" "));
    return { code: 0, stdout: "{}", stderr: "", ...results[Math.min(asked.length, results.length) - 1] };
  });
  return { made, asked };
}

test("asks in the region of the resource, for JSON", async () => {
  const { made, asked } = cloud({ stdout: '{"deploymentId":"d"}' });
  expect(await made.answer(QUESTION)).toEqual({ state: "found", value: { deploymentId: "d", settings: {} } });
  const { region: _, ...anywhere } = QUESTION;
  await made.answer(anywhere);
  expect(asked).toEqual([
    "apigateway get-stage --rest-api-id abc --stage-name prod --region eu-west-1 --output json",
    "apigateway get-stage --rest-api-id abc --stage-name prod --output json",
  ]);
  expect(made.failures).toEqual([]);
});

test.each(["NotFoundException", "ResourceNotFoundException"])("%s: it is not there", async (name) => {
  const stderr = `\nAn error occurred (${name}) when calling the GetStage operation: Invalid stage\n`;
  const { made } = cloud({ code: 254, stderr });
  expect(await made.answer(QUESTION)).toEqual({ state: "absent" });
  expect(made.failures).toEqual([]);
});

test.each([
  [
    { code: undefined },
    "there is no program aws on the PATH. Install the AWS command line, or say what exists with options.",
  ],
  [{ code: 253, stderr: "\nUnable to locate credentials. You can configure credentials by running aws login" }, "Unable to locate"], // prettier-ignore
  [{ code: 253, stderr: "You must specify a region." }, "You must specify a region. Set AWS_REGION."],
  [{ code: 255, stderr: "An error occurred (ExpiredTokenException) when calling" }, "ExpiredToken"],
  [{ code: 255, stderr: 'Could not connect to the endpoint URL: "http://127.0.0.1:9/"' }, "Could not connect"],
  [{ code: 255, stderr: "The config profile (x) could not be found" }, "profile (x) could not be found Log in"],
  [{ code: 254, stderr: "An error occurred (InvalidSignatureException) when calling the GetStage operation" }, "Log in, set AWS_PROFILE"], // prettier-ignore
  [{ code: 254, stderr: "An error occurred (AccessDenied) when calling the AssumeRole operation: not authorized" }, "Log in"], // prettier-ignore
  [{ code: 255, stderr: "Error when retrieving token from sso: Token has expired and refresh failed" }, "Log in"],
  [{ code: 255, stderr: "x.py:1: DeprecationWarning: old\n\naws: [ERROR]: Unable to locate credentials." }, "aws: [ERROR]"], // prettier-ignore
])("%j: nothing more is asked", async (result, reason) => {
  const { made, asked } = cloud(result);
  expect(await made.answer(QUESTION)).toEqual({ state: "unread" });
  expect(await made.answer(QUESTION)).toEqual({ state: "unread" });
  expect(asked).toHaveLength(1);
  expect(made.failures).toEqual([{ source: "AWS", reason: expect.stringContaining(reason) }]);
});

test.each([
  ["User: arn:aws:sts::1:assumed-role/AWSReservedSSO_Reader/x is not authorized (AccessDeniedException)", "apigateway:GET"], // prettier-ignore
  ["An error occurred (TooManyRequestsException) when calling the GetResources operation (reached max retries: 7)", "Run this again"], // prettier-ignore
])("%s: it is told once, and other things are asked", async (stderr, advice) => {
  const { made, asked } = cloud({ code: 254, stderr });
  await made.answer(QUESTION);
  expect(await made.answer(QUESTION)).toEqual({ state: "unread" });
  expect(asked).toHaveLength(2);
  expect(made.failures).toEqual([{ source: "AWS", reason: expect.stringContaining(advice) }]);
});

test.each([["no json"], [""]])("an answer %j is none", async (stdout) => {
  const { made } = cloud({ stdout });
  expect(await made.answer(QUESTION)).toEqual({ state: "unread" });
  expect(made.failures[0]!.reason).toBe("aws apigateway get-stage printed no JSON");
});

test("a question for Cloudflare is not for AWS", async () => {
  const { made, asked } = cloud({});
  expect(await made.answer({ kind: "zone", about: ["example.com"] })).toBeUndefined();
  expect(asked).toEqual([]);
});

const MAPPINGS: Question = { kind: "apiMappings", about: ["api.example.com"] };

test("asks for the pages of a list that aws does not follow", async () => {
  const page = (id: string, NextToken?: string) => ({
    stdout: JSON.stringify({ Items: [{ ApiMappingId: id }], NextToken }),
  });
  const { made, asked } = cloud(page("a", "t1"), page("b", "t2"), page("c"));
  const value = ["a", "b", "c"].map((id) => ({ id, key: "" }));
  expect(await made.answer(MAPPINGS)).toEqual({ state: "found", value });
  expect(asked.map((args) => args.replace(/^.*json/, ""))).toEqual(["", " --next-token t1", " --next-token t2"]);
});

test.each([
  ["has no end", { stdout: '{"Items":[],"NextToken":"again"}' }, "unread"],
  ["is not there", { code: 254, stderr: "(NotFoundException)" }, "absent"],
  ["is no list", { stdout: "[]" }, "found"],
])("a list that %s", async (_name, result, state) => {
  expect(await cloud(result).made.answer(MAPPINGS)).toMatchObject({ state });
});

test.each(["--profile", "file:///etc/passwd", "https://example.com"])("%s is no name to ask about", async (name) => {
  const { made, asked } = cloud({});
  expect(await made.answer({ kind: "permissions", about: [name] })).toEqual({ state: "unread" });
  expect(asked).toEqual([]);
  expect(made.failures[0]!.reason).toContain(JSON.stringify(name));
});
