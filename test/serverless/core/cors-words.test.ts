import { corsCredentials } from "../../../lib/rules/gateway/cors-credentials";
import { corsValue } from "../../../lib/rules/gateway/cors-value";
import { corsInFrameworkWords } from "../../../lib/serverless/core/cors-words";
import { open } from "../support";

const { root, reader } = open(`
cors:
  origin: a
  origins: [b, "c,d"]
  maxAge: 5
  allowCredentials: true
`);
const cors = reader.get(reader.value(root, ""), "cors")!;
const [b, c] = reader.list(reader.get(cors, "origins"));
const written = { allowOrigins: [b!, c!, c!].map((at) => ({ text: "", at })) };
const placeOf = (property: string) => {
  const [finding] = corsValue(property, "x", "y");
  return corsInFrameworkWords(finding!, reader, cors, written).property;
};

test.each([
  [".allowOrigins[0]", "serverless.yml:4:13 cors.origins[0]"],
  [".allowOrigins[2]", "serverless.yml:4:16 cors.origins[1]"],
  [".allowOrigins", "serverless.yml:4:12 cors.origins"],
  [".maxAgeSeconds", "serverless.yml:5:11 cors.maxAge"],
  [".allowHeaders[0]", "serverless.yml:6:21 cors.allowCredentials"],
])("%s is written at %s", (property, place) => {
  expect(placeOf(property)).toBe(place);
});

test("the rest of a finding stays", () => {
  const [finding] = corsCredentials(".allowOrigins", ["*"]);
  const { property, message, ...rest } = corsInFrameworkWords(finding!, reader, cors, written);
  expect(finding).toMatchObject(rest);
  expect(message).toContain(property);
});
