import { adoptStack } from "../../lib/adopt/adopt-stack";
import { NOTHING_GIVEN } from "../../lib/adopt/core/given";
import { Question } from "../../lib/adopt/core/questions";
import { Cloud } from "../../lib/adopt/reading";
import { answerOf, API, stackWith, told, World, ZONE } from "./support/adopted";

const STACK = stackWith(
  {
    aws_api_gateway_stage: { s: { rest_api_id: API, stage_name: "prod" } },
    cloudflare_page_rule: { p: { zone_id: "${data.cloudflare_zone.z.zone_id}", target: "a" } },
  },
  { data: { cloudflare_zone: { z: { filter: { name: "example.com" } } } } },
);

function cloudOf(world: World) {
  const asked: string[] = [];
  let [running, most] = [0, 0];
  const cloud: Cloud = {
    failures: [{ source: "AWS", reason: "some" }],
    answer: async (question: Question) => {
      if (!(question.kind in world)) return undefined;
      asked.push(question.kind);
      most = Math.max(most, ++running);
      await new Promise((done) => setImmediate(done));
      running -= 1;
      return answerOf(world, question);
    },
  };
  return { cloud, asked, most: () => most };
}

test("asks what an answer leads to, each question once, of the cloud that knows", async () => {
  const aws = cloudOf({ restApi: { hasPolicy: false }, restStage: { settings: {} } });
  const cloudflare = cloudOf({ zone: ZONE, pageRules: [{ id: "1", target: "a" }] });
  const { adoption, failures } = await adoptStack(STACK, NOTHING_GIVEN, [aws.cloud, cloudflare.cloud]);
  expect(adoption!.decisions.map(({ outcome }) => told(outcome))).toEqual([`import ${API}/prod`, `import ${ZONE}/1`]);
  expect(aws.asked).toEqual(["restApi", "restStage"]);
  expect(cloudflare.asked).toEqual(["zone", "pageRules"]);
  expect(failures).toHaveLength(2);
});

test("asks few questions at once, and the first one alone", async () => {
  const resources = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`s${index}`, { rest_api_id: `api${index}`, stage_name: "prod" }]),
  );
  const aws = cloudOf({ restApi: { hasPolicy: false }, restStage: { settings: {} } });
  await adoptStack(stackWith({ aws_api_gateway_stage: resources }), NOTHING_GIVEN, [aws.cloud]);
  expect(aws.asked).toHaveLength(40);
  expect(aws.most()).toBe(4);
});

test("without clouds nothing is known, and nothing is waited for", async () => {
  const { adoption } = await adoptStack(STACK, NOTHING_GIVEN, []);
  expect(adoption!.decisions.map(({ outcome }) => outcome.kind)).toEqual(["unresolved", "unresolved"]);
});

test("a problem is handed on before anything is asked", async () => {
  const aws = cloudOf({ restStage: { settings: {} } });
  const { problem } = await adoptStack(STACK, { ...NOTHING_GIVEN, isNew: ["nothing"] }, [aws.cloud]);
  expect(problem).toContain("--new nothing");
  expect(aws.asked).toEqual([]);
});
