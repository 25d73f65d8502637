import { transform } from "sucrase";
import { parse } from "yaml";
import { methodPath, wantedBy } from "../support/plugin-samples";
import { page } from "./pages";
import { programOf, run, snippetsOf } from "./snippets";

interface MethodSettings {
  readonly method_path: string;
  readonly settings: { readonly [name: string]: unknown };
}

/** What a sample synthesizes, as far as it is compared. */
interface Stack {
  readonly resource: {
    readonly aws_api_gateway_method_settings: { readonly [name: string]: MethodSettings };
    readonly aws_api_gateway_rest_api?: { readonly [name: string]: { readonly body?: string } };
  };
}

interface Definition {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
}

interface Operation {
  readonly "x-amazon-apigateway-integration": { readonly cacheKeyParameters?: string[] };
}

/** What a stack sets, by method path; the stage's defaults are left out. */
function foundIn({ resource }: Stack): Map<string, unknown> {
  const keys = keysOf(resource);
  return new Map(
    Object.values(resource.aws_api_gateway_method_settings)
      .filter(({ method_path }) => method_path !== "*/*")
      .map(({ method_path, settings }) => [
        method_path,
        settings.caching_enabled === true
          ? {
              ttl: settings.cache_ttl_in_seconds,
              // What is not said of a stage that exists is left as it is, and as the plugin leaves it: not encrypted.
              encrypted: settings.cache_data_encrypted ?? false,
              requireAuthorization: settings.require_authorization_for_cache_control,
              strategy: settings.unauthorized_cache_control_header_strategy,
              keys: keys.get(method_path) ?? [],
            }
          : undefined,
      ]),
  );
}

function keysOf({ aws_api_gateway_rest_api: apis = {} }: Stack["resource"]): Map<string, string[]> {
  const definitions = Object.values(apis).flatMap(({ body }) => (body === undefined ? [] : [readBody(body)]));
  return new Map(
    definitions.flatMap(({ paths }) =>
      Object.entries(paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]): [string, string[]] => [
          methodPath({ path, method }),
          operation["x-amazon-apigateway-integration"].cacheKeyParameters ?? [],
        ]),
      ),
    ),
  );
}

/** A definition whose expressions are left out. */
function readBody(body: string): Definition {
  return JSON.parse(body.replace(/\$\{jsonencode\([^)]*\)\}/g, '""'));
}

const PAIR = /^### (\d+\. .*)\n\n```yaml\n([\s\S]*?)\n```\n\n(<!-- snippet: stack -->\n\n```ts\n[\s\S]*?\n```)$/gm;

const SAMPLES = [...page("docs/from-the-plugin.md").text.matchAll(PAIR)].map(
  ([, title = "", yaml = "", block = ""]) => [title, yaml, block] as const,
);

test("every sample of the plugin's README is there", () => {
  expect(SAMPLES).toHaveLength(15);
});

test.each(SAMPLES)("%s says the same in YAML and in TypeScript", (_title, yaml, block) => {
  const [snippet] = snippetsOf("docs/from-the-plugin.md", block);
  const { code } = transform(programOf(snippet!), { transforms: ["typescript", "imports"] });
  const { json, errors } = run("stack", code, require);
  expect(errors).toEqual([]);
  const found = foundIn(JSON.parse(json!));
  for (const [path, settings] of wantedBy(parse(yaml))) expect([path, found.get(path)]).toEqual([path, settings]);
});
