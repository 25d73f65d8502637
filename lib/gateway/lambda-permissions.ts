import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { encodeName } from "../stack/encode-name";
import { writeOut } from "../stack/references";
import { logicalId } from "../stack/logical-id";
import { ILambdaTarget, LambdaCall } from "./rest-integration";

/**
 * One permission for each function that the API calls, not one for each endpoint: the policy of a function is limited
 * to 20 KB.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export function renderLambdaPermissions(
  scope: Construct,
  api: Pick<ApiGatewayRestApi, "executionArn">,
  calls: readonly LambdaCall[],
  provider: TerraformProvider | undefined,
): LambdaPermission[] {
  const sourceArn = `${api.executionArn}/*/*`;
  return distinct(scope, calls).map(([id, { target, qualifier }]) => {
    const permission = new LambdaPermission(scope, id, {
      action: "lambda:InvokeFunction",
      functionName: target.functionName,
      principal: "apigateway.amazonaws.com",
      qualifier,
      sourceArn,
      provider,
    });
    permission.overrideLogicalId(logicalId(scope, id));
    return permission;
  });
}

/** The functions by id; the same function may be given as several objects, or by reading its attributes anew. */
function distinct(scope: Construct, calls: readonly LambdaCall[]): [string, LambdaCall][] {
  const called = new Map<string, LambdaCall>();
  const written = new Map<ILambdaTarget, string>();
  for (const call of calls) {
    const functionName = written.get(call.target) ?? String(writeOut(scope, call.target.functionName));
    written.set(call.target, functionName);
    const qualifier = call.qualifier === undefined ? [] : [String(writeOut(scope, call.qualifier))];
    called.set(JSON.stringify([functionName, ...qualifier]), call);
  }
  const ids = new Map<string, LambdaCall>();
  // Literal names come first: they have no longer form to give way to.
  const byForm = [...called].sort(([one], [other]) => Number(one.includes("${")) - Number(other.includes("${")));
  for (const [key, call] of byForm) {
    const parts = JSON.parse(key) as string[];
    const short = permissionId(parts.map(resourceName));
    ids.set(ids.has(short) ? permissionId(parts) : short, call);
  }
  return [...ids];
}

function permissionId(parts: readonly string[]): string {
  return ["invoke", ...parts.map((part) => encodeName(part.replace(/^\$\{(.*)\}$/, "$1")))].join("_");
}

const LAMBDA_REFERENCE = /^\$\{(?:data\.)?aws_lambda_(?:function|alias)\.([A-Za-z0-9_-]+)\.[a-z_]+\}$/;

/** `cats` for `${aws_lambda_function.cats.function_name}`; anything else as it is. */
function resourceName(text: string): string {
  return LAMBDA_REFERENCE.exec(text)?.[1] ?? text;
}
