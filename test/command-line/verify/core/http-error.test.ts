import { Answer, AnswerHeaders } from "../../../../lib/command-line/verify/core/answer";
import { explainError } from "../../../../lib/command-line/verify/core/http-error";
import { answer } from "../../support/answers";

const GATEWAY: AnswerHeaders = { "x-amzn-requestid": "id" };
const DIRECT: AnswerHeaders = { "cf-ray": undefined };

test.each<[number, Partial<Answer>, AnswerHeaders, RegExp, RegExp]>([
  [403, { message: "Forbidden" }, GATEWAY, /knows the domain, but no API/, /No mapping .*d-….*default endpoint/],
  [403, { message: "Missing Authentication Token" }, GATEWAY, /no such method and path/, /without the stage's name/],
  [403, { message: "User is not authorized to access this resource" }, GATEWAY, /authorizer or its resource policy/, /--header/], // prettier-ignore
  [403, { message: "x with an explicit deny" }, GATEWAY, /authorizer or its resource policy/, /--header/],
  [403, {}, { "cf-mitigated": "challenge" }, /Cloudflare's own protection/, /Security > Events/],
  [403, {}, {}, /not allowed/, /credentials/],
  [401, { message: "Unauthorized" }, GATEWAY, /not allowed/, /credentials/],
  [404, { message: "Not Found" }, { "apigw-requestid": "id" }, /HTTP API has no route/, /mapping's key/],
  [404, { message: "Not Found" }, {}, /nothing at this path/, /exists/],
  [410, {}, {}, /nothing at this path/, /exists/],
  [405, {}, {}, /GET is not allowed/, /GET and HEAD/],
  [429, {}, {}, /rate limit/, /--interval/],
  [500, { message: "Internal server error" }, GATEWAY, /integration behind API Gateway fails/, /permission/],
  [502, {}, GATEWAY, /integration behind API Gateway fails/, /proxy answer/],
  [504, { message: "Endpoint request timed out" }, GATEWAY, /did not answer API Gateway in time/, /29 s/],
  [500, {}, {}, /the origin fails/, /logs/],
  [520, {}, {}, /does not understand/, /connection that is reset/],
  [521, {}, {}, /refuses Cloudflare's connection/, /Full \(strict\)/],
  [522, {}, {}, /cannot connect to the origin/, /Full \(strict\).*d-…/],
  [523, {}, {}, /no way to the origin/, /target name of the custom domain/],
  [524, {}, {}, /does not answer Cloudflare in time/, /waiting/],
  [525, {}, {}, /TLS handshake between Cloudflare and the origin/, /no custom domain.*Authenticated Origin Pulls/],
  [526, {}, {}, /does not accept the certificate/, /Origin CA/],
  [530, {}, {}, /does not find the origin's name/, /1016/],
  [526, {}, DIRECT, /the origin fails/, /logs/],
  [418, {}, {}, /the request is refused/, /^$/],
])("%i %j %j", (status, rest, headers, what, advice) => {
  const explanation = explainError(answer(headers, { ...rest, status }));
  expect(explanation?.what).toMatch(what);
  expect(explanation?.advice.join(" ")).toMatch(advice);
});

test.each([200, 204, 301, 304, 399])("%i is no error", (status) => {
  expect(explainError(answer({}, { status }))).toBeUndefined();
});
