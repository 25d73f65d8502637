import { addTrigger, replaceBeforeDestroying } from "../gateway/l1-keys";
import { executeApiEndpointKept } from "../rules/domain/execute-api-endpoint-kept";
import { executeApiEndpointOpen } from "../rules/domain/execute-api-endpoint-open";
import { lockNotDeployed } from "../rules/domain/lock-not-deployed";
import { Finding } from "../rules/finding";
import { DeclaredApi, IApiStage } from "./api-stage";

/** A mapped API, and the property that names it. */
export interface MappedApi {
  readonly property: string;
  readonly api: IApiStage;
}

/** What switching off the addresses that AWS gives the APIs takes, and what is in its way. */
export interface EndpointLock {
  readonly findings: readonly Finding[];
  /** Changes the user's own resources; called once nothing is wrong. */
  apply(): void;
}

/** Switches off the address of each API that the app declares, unless its owner said something about it. */
export function lockExecuteApiEndpoints(mapped: readonly MappedApi[]): EndpointLock {
  const locks = mapped.map(lockOf);
  return { findings: locks.flatMap(({ findings }) => findings), apply: () => locks.forEach((lock) => lock.apply()) };
}

const NOTHING = () => undefined;

function lockOf({ api, property }: MappedApi): EndpointLock {
  const declared = api._declared ?? {};
  const resource = declared.restApi ?? declared.httpApi;
  if (resource === undefined) return { findings: executeApiEndpointOpen(property, api.apiType), apply: NOTHING };
  const said = resource.disableExecuteApiEndpointInput;
  if (said === false) return { findings: executeApiEndpointKept(property), apply: NOTHING };
  if (said !== undefined) return { findings: [], apply: NOTHING };
  return {
    findings: canDeploy(declared) ? [] : lockNotDeployed(property),
    apply: () => {
      resource.disableExecuteApiEndpoint = true;
      deployAnew(declared, "disable_execute_api_endpoint", "true");
    },
  };
}

/** Whether a change of an API can reach its callers from here. */
export function canDeploy(declared: DeclaredApi): boolean {
  return declared.deploymentFollows === true || deploymentOf(declared) !== undefined;
}

/** Makes a hand-written deployment follow one more thing; one that follows by itself is left alone. */
export function deployAnew(declared: DeclaredApi, trigger: string, value: string): void {
  const deployment = deploymentOf(declared);
  if (declared.deploymentFollows === true || deployment === undefined) return;
  addTrigger(deployment, trigger, value);
  replaceBeforeDestroying(deployment);
}

function deploymentOf({ deployment, httpDeployment }: DeclaredApi) {
  return deployment ?? httpDeployment;
}
