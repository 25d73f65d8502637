import fc from "fast-check";
import { endpointId } from "../../../lib/gateway/core/endpoint-id";
import { anyPath, httpVerb } from "../../support/arbitraries";
import { rawPath } from "../../support/plan";

const TERRAFORM_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const ESCAPE = /-x([0-9A-F]{2,})-/g;

const encode = (path: string, verb = "GET") => endpointId(rawPath(path), verb);

/** Reads an id by the rules that its documentation gives. */
function decode(id: string) {
  // An odd run of underscores ends with a slash, because no segment begins with one.
  const [verb, ...segments] = id.replace(/(__)*_(?!_)|(__)+/g, splitUnderscores).split("/");
  return { verb, path: `/${segments.map(decodeSegment).join("/")}` };
}

function splitUnderscores(run: string): string {
  return `${"_".repeat(Math.floor(run.length / 2))}${run.length % 2 === 1 ? "/" : ""}`;
}

function decodeSegment(segment: string): string {
  const [, kind, name] = /^(by|all)-(?!x[0-9A-F]{2,}-)(.*)$/.exec(segment) ?? [];
  return name === undefined ? unescape(segment) : `{${unescape(name)}${kind === "all" ? "+" : ""}}`;
}

function unescape(text: string): string {
  return text.replace(ESCAPE, (_match, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

describe("the id of an endpoint", () => {
  test.each([
    ["GET", "/", "GET"],
    ["GET", "/cats", "GET_cats"],
    ["ANY", "/cats", "ANY_cats"],
    ["GET", "/cats/{id}", "GET_cats_by-id"],
    ["GET", "/cats/{proxy+}", "GET_cats_all-proxy"],
    ["POST", "/v1/big-cats", "POST_v1_big-cats"],
    ["GET", "/a_b/c", "GET_a__b_c"],
    ["GET", "/_b", "GET_-x5F-b"],
    ["GET", "/v1.0", "GET_v1-x2E-0"],
    ["GET", "/by-id", "GET_by-x2D-id"],
  ])("of %s %s is %s", (verb, path, expected) => {
    expect(encode(path, verb)).toBe(expected);
  });

  test.each([
    ["/a_b", "/a/b"],
    ["/a_/b", "/a/_b"],
    ["/by-id", "/{id}"],
    ["/all-proxy", "/{proxy+}"],
    ["/{id}", "/{id+}"],
    ["/a.b", "/a-x2E-b"],
    ["/by-id", "/{x2D-id}"],
    ["/by.", "/{x2E-}"],
    ["/all~a", "/{x7E-a+}"],
    ["/by.x2E-", "/{x2E.}"],
    ["/Cats", "/cats"],
  ])("tells %s from %s", (one, other) => {
    expect(encode(one)).not.toBe(encode(other));
  });

  test("can be read back, so that no two endpoints share one", () => {
    fc.assert(
      fc.property(anyPath, httpVerb, (path, verb) => {
        expect(decode(encode(path, verb))).toEqual({ verb, path });
      }),
      { numRuns: 1000 },
    );
  });

  test("is a Terraform name", () => {
    fc.assert(
      fc.property(anyPath, httpVerb, (path, verb) => {
        expect(encode(path, verb)).toMatch(TERRAFORM_NAME);
      }),
    );
  });
});
