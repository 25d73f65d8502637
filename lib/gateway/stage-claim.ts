import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { Finding } from "../rules/finding";
import { duplicateEndpoint } from "../rules/gateway/duplicate-endpoint";
import { stageCachedTwice } from "../rules/gateway/stage-cached-twice";
import { PlannedMethod } from "./core/plan";
import { writeOut } from "../stack/references";
import { ResourceIndex } from "./l1";
import { SettingsTarget } from "./method-settings";

const OWNER = Symbol.for("cdktf-api-caching.StageCache.owner");
const CLAIMS = Symbol.for("cdktf-api-caching.StageCache.claims");

/** What a construct wants to set. */
export interface Claim {
  /** The stage, where its cluster and its defaults are wanted too. */
  readonly stage?: ApiGatewayStage;
  readonly target: SettingsTarget;
  readonly methods: readonly PlannedMethod[];
}

/** Finds the owner of a stage, and the methods that another construct of the app sets already. */
export function checkClaim(owner: Construct, claim: Claim): Finding[] {
  const other = claim.stage && ownerOf(claim.stage);
  if (other !== undefined) return stageCachedTwice("stage", other);
  const claims = claimsOf(owner);
  const stage = stageKey(owner, claim);
  return claim.methods.flatMap(({ methodPath }) => {
    const first = claims.get(`${stage}/${methodPath}`);
    return first === undefined ? [] : duplicateEndpoint(owner.node.path, methodPath, first);
  });
}

/** The construct path of the StageCache that a stage has. */
export function ownerOf(stage: ApiGatewayStage): string | undefined {
  return (stage as { [OWNER]?: string })[OWNER];
}

/** Notes what a construct sets. */
export function claim(owner: Construct, wanted: Claim): void {
  if (wanted.stage !== undefined) Object.defineProperty(wanted.stage, OWNER, { value: owner.node.path });
  const claims = claimsOf(owner);
  const stage = stageKey(owner, wanted);
  for (const { methodPath } of wanted.methods) claims.set(`${stage}/${methodPath}`, owner.node.path);
}

function claimsOf(owner: Construct): Map<string, string> {
  const root = owner.node.root as { [CLAIMS]?: Map<string, string> };
  if (root[CLAIMS] === undefined) Object.defineProperty(root, CLAIMS, { value: new Map<string, string>() });
  return root[CLAIMS]!;
}

/** Two literal ids are the same stage wherever they stand; two references only within one stack. */
function stageKey(owner: Construct, { stage, target }: Claim): string {
  const named = stage ?? stageOfReference(owner, target);
  const restApiId = named?.restApiIdInput ?? target.restApiId;
  const stageName = named?.stageNameInput ?? target.stageName;
  const key = writeOut(owner, `${restApiId}/${stageName}`) as string;
  return key.includes("${") ? `${TerraformStack.of(owner).node.path}:${key}` : key;
}

/** The stage that a target names by an attribute of it. */
export function stageOfReference(
  owner: Construct,
  { restApiId, stageName }: Pick<SettingsTarget, "restApiId" | "stageName">,
): ApiGatewayStage | undefined {
  const references = [
    ["rest_api_id", writeOut(owner, restApiId)],
    ["stage_name", writeOut(owner, stageName)],
  ] as const;
  if (!references.some(([, text]) => String(text).startsWith("${aws_api_gateway_stage."))) return undefined;
  const resources = new ResourceIndex(TerraformStack.of(owner));
  for (const [attribute, text] of references) {
    const stage = resources.find<ApiGatewayStage>("aws_api_gateway_stage", attribute, text);
    if (stage !== undefined) return stage;
  }
  return undefined;
}
