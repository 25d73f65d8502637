import { TerraformStack } from "cdktf";
import { RootConstruct } from "constructs";
import { SharedStageCacheProps } from "../../gateway/stage-cache-props";
import { Blueprint } from "./blueprint";
import { Places, relocateError, relocateMessage } from "./core/relocate";
import { renderStack } from "./render-stack";

/** Terraform JSON, as far as it is looked into here. */
export interface TerraformDocument {
  readonly variable?: { readonly [name: string]: TerraformVariableBlock };
  readonly [block: string]: unknown;
}

export interface TerraformVariableBlock {
  readonly type: string;
  readonly description: string;
  readonly default?: unknown;
}

export interface Rendered {
  readonly document: TerraformDocument;
  /** What the constructs say, in the words of the configuration. */
  readonly warnings: readonly string[];
  /** The options of the cache of a stage that is another one's. */
  readonly shared?: SharedStageCacheProps;
}

/** The versions that the settings are known to work with; a pin would be for the user to move. */
const SETTINGS = {
  required_version: ">= 1.5",
  required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
};

const COMMENT =
  "Written by cdktf-api-caching from-serverless, which overwrites it as long as nobody changes it. The state is where Terraform keeps it by itself: write a backend into a file of its own, beside this one.";

/** The Terraform JSON of a blueprint. Throws in the words of the configuration. */
export function renderDocument(blueprint: Blueprint, places: Places): Rendered {
  // Without an App, which would make a directory.
  const stack = new TerraformStack(new RootConstruct(), "from-serverless");
  let shared: SharedStageCacheProps | undefined;
  try {
    shared = renderStack(stack, blueprint);
    stack.prepareStack();
    stack.runAllValidations();
  } catch (thrown) {
    throw relocateError(thrown, places);
  }
  const { "//": _metadata, terraform: _settings, ...blocks } = stack.toTerraform() as { [block: string]: unknown };
  const document = { "//": COMMENT, terraform: SETTINGS, ...withoutMetadata(blocks) };
  return { document: document as TerraformDocument, warnings: warningsOf(stack, places), shared };
}

export function documentText(document: TerraformDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Without what CDKTF notes on every block: here nobody reads it. */
function withoutMetadata(blocks: object): object {
  return JSON.parse(JSON.stringify(blocks, (key, value: unknown) => (key === "//" ? undefined : value))) as object;
}

function warningsOf(stack: TerraformStack, places: Places): string[] {
  const texts = stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === "@cdktf/warn"))
    .flatMap(({ data }) => String(data).split("\n"));
  return texts.map((text) => relocateMessage(text, places));
}
