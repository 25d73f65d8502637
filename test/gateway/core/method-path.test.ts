import fc from "fast-check";
import { HttpVerb } from "../../../lib/gateway/core/http-verb";
import { methodPath } from "../../../lib/gateway/core/method-path";
import { anyPath, httpVerb } from "../../support/arbitraries";
import { rawPath } from "../../support/plan";

const encode = (path: string, verb: HttpVerb) => methodPath(rawPath(path), verb);

function decode(text: string) {
  const [pointer, verb, ...rest] = text.split("/");
  expect(rest).toEqual([]);
  return { path: pointer!.replace(/~1/g, "/").replace(/~0/g, "~"), verb };
}

test.each([
  ["/", "GET", "~1/GET"],
  ["/cats", "GET", "~1cats/GET"],
  ["/cats", "POST", "~1cats/POST"],
  ["/cat/{pawId}", "GET", "~1cat~1{pawId}/GET"],
  ["/c~d/{x+}", "GET", "~1c~0d~1{x+}/GET"],
  ["/a~1b", "GET", "~1a~01b/GET"],
  ["/v1/providers/{namespace}/{type}", "DELETE", "~1v1~1providers~1{namespace}~1{type}/DELETE"],
  ["/a.b-c_d", "HEAD", "~1a.b-c_d/HEAD"],
] as const)("%s %s is kept under %s", (path, verb, expected) => {
  expect(encode(path, verb)).toBe(expected);
});

test("a method path can be read back, so that no two endpoints share one", () => {
  fc.assert(
    fc.property(anyPath, httpVerb, (path, verb) => {
      expect(decode(encode(path, verb))).toEqual({ path, verb });
    }),
  );
});
