import {
  cacheStatusOf,
  dataCentreOf,
  isFromApiGateway,
  isFromCloudflare,
  messageOf,
  READ_HEADERS,
  readHeaders,
} from "../../../../lib/command-line/verify/core/answer";
import { answer } from "../../support/answers";

test("only the headers that count are kept, each as one text", () => {
  const headers = readHeaders({
    age: "3",
    "x-secret": "s",
    vary: ["origin", "accept"],
    via: undefined,
    "set-cookie": ["session=abc; Secure", "lang=de", "bare"],
  });
  expect(headers).toEqual({ age: "3", vary: "origin, accept", "set-cookie": "session, lang, bare" });
});

test("the headers that the command reads", () => {
  const needed = ["cf-cache-status", "age", "cache-control", "cf-ray", "set-cookie", "vary", "x-cache", "via"];
  expect(READ_HEADERS).toEqual(expect.arrayContaining([...needed, "x-amzn-requestid", "x-amz-apigw-id"]));
});

test.each<[string | undefined, string | undefined]>([
  ["HIT", "HIT"],
  [" hit ", "HIT"],
  ["NONE/UNKNOWN", "NONE"],
  ["unknown", "NONE"],
  ["none", "NONE"],
  [undefined, undefined],
])("cf-cache-status %p is %p", (written, status) => {
  expect(cacheStatusOf(answer({ "cf-cache-status": written }))).toBe(status);
});

test.each<[string | undefined, string | undefined]>([
  ["8f1c2d3e4f5a6b7c-FRA", "FRA"],
  ["8f1c2d3e4f5a6b7c-ams", "AMS"],
  ["8f1c2d3e4f5a6b7c", undefined],
  [undefined, undefined],
])("cf-ray %p is of the data centre %p", (ray, centre) => {
  expect(dataCentreOf(answer({ "cf-ray": ray }))).toBe(centre);
});

test.each<[string, string | undefined]>([
  ['{"message":"Forbidden"}', "Forbidden"],
  ['{"Message":"User is not authorized"}', "User is not authorized"],
  ['{"message":7}', undefined],
  ['{"message":"cut o', undefined],
  ["<html>", undefined],
  ["null", undefined],
  ["", undefined],
])("the message of %p is %p", (body, message) => {
  expect(messageOf(body)).toBe(message);
});

test("who had a hand in an answer", () => {
  expect(isFromCloudflare(answer())).toBe(true);
  expect(isFromCloudflare(answer({ "cf-ray": undefined, server: "Cloudflare" }))).toBe(true);
  expect(isFromCloudflare(answer({ "cf-ray": undefined, server: "nginx" }))).toBe(false);
  for (const name of ["x-amzn-requestid", "x-amz-apigw-id", "apigw-requestid"]) {
    expect(isFromApiGateway(answer({ [name]: "id" }))).toBe(true);
  }
  expect(isFromApiGateway(answer())).toBe(false);
});
