import { basePathOf } from "../../../../lib/check/core/gateway/base-path";

const swagger = (basePath?: unknown) => ({ swagger: "2.0", ...(basePath === undefined ? {} : { basePath }) });
const openApi = (...servers: object[]) => ({ openapi: "3.0.1", servers });
const url = (text: string) => openApi({ url: text });
const variable = (value: unknown) => ({ url: "https://x/{basePath}", variables: { basePath: { default: value } } });

test.each<[string, object, unknown, string | undefined]>([
  ["no parameters", swagger("/v1"), undefined, ""],
  ["other parameters", swagger("/v1"), { endpointConfigurationTypes: "REGIONAL" }, ""],
  ["ignore", swagger("/v1"), { basepath: "ignore" }, ""],
  ["prepend", swagger("/a/v1/"), { basepath: "prepend" }, "/a/v1"],
  ["prepend without a base path", swagger(), { basepath: "prepend" }, ""],
  ["prepend to the root", swagger("/"), { basepath: "prepend" }, ""],
  ["split", swagger("/a/v1/b"), { basepath: "split" }, "/v1/b"],
  ["split of one part", swagger("/v1"), { basepath: "split" }, ""],
  ["split of none", swagger(), { basepath: "split" }, ""],
  ["a server", url("https://x.example:8080/v1"), { basepath: "prepend" }, "/v1"],
  ["a server without a scheme", url("//x.example/v1/"), { basepath: "prepend" }, "/v1"],
  ["a server that is a path", url("/v1"), { basepath: "prepend" }, "/v1"],
  ["a server at the root", url("https://x.example"), { basepath: "prepend" }, ""],
  ["no server", openApi(), { basepath: "prepend" }, ""],
  ["servers that say the same", openApi({ url: "https://a/v1" }, { url: "https://b/v1" }), { basepath: "split" }, ""],
  ["the variable", openApi(variable("v1")), { basepath: "prepend" }, "/v1"],
  ["the variable of any server", openApi({ url: "https://a/b" }, variable("/v1")), { basepath: "prepend" }, "/v1"],
  [
    "servers that differ",
    openApi({ url: "https://a/v1" }, { url: "https://b/v2" }),
    { basepath: "prepend" },
    undefined,
  ],
  ["another variable", url("https://x/{stage}"), { basepath: "prepend" }, undefined],
  ["a variable that Terraform knows", openApi(variable("${var.base}")), { basepath: "prepend" }, undefined],
  ["a base path that Terraform knows", swagger("${var.base}"), { basepath: "split" }, undefined],
  ["a base path with a parameter", swagger("/{tenant}"), { basepath: "prepend" }, undefined],
  ["a base path that is no text", swagger(1), { basepath: "prepend" }, undefined],
  ["what Terraform knows", swagger("/v1"), { basepath: "${var.mode}" }, undefined],
  ["another word", swagger("/v1"), { basepath: "append" }, undefined],
  ["parameters that Terraform knows", swagger("/v1"), "${var.parameters}", undefined],
  ["a name that Terraform knows", swagger("/v1"), { "${var.name}": "split" }, undefined],
])("%s", (_what, document, parameters, base) => {
  expect(basePathOf(document as { [name: string]: unknown }, parameters)).toBe(base);
});
