import { CheckedResource } from "../../../check/core/plain-configuration";
import { isUnset } from "../../../check/core/values";
import { isSaidNew } from "../given";
import { imports, isNew, mayExist, within } from "../outcome";
import { LivePermission } from "../questions";
import { textOf } from "../stack";
import { argument, Importer, Importers, NOT_READ, Situation, withRegion } from "../situation";

const HARMLESS = "a second permission beside one that exists does no harm";

/** Every argument of a permission needs another one if it changes: only what is the same is taken over. */
const permission: Importer = (resource, situation) =>
  within(argument(resource, situation, "function_name"), (name) => {
    const id = textOf(situation.stack, resource.attributes.statement_id);
    const taken = (reason: string) => mayExist(resource, reason, `${name}/${id}`);
    if (!isUnset(resource.attributes.qualifier)) return id === undefined ? isNew(HARMLESS) : taken(NOT_READ);
    const read = situation.inquiry.ask("permissions", resource.region, name);
    if (read.state === "unread") return id === undefined ? isNew(HARMLESS) : taken(NOT_READ);
    const live = read.state === "found" ? read.value : [];
    const declared = declaredBy(resource, situation);
    const same = declared === undefined ? undefined : live.find((one) => isSame(one, declared));
    if (same !== undefined) return imports(withRegion(resource, `${name}/${same.statementId}`));
    if (live.some(({ statementId }) => statementId === id)) return taken(`the function has another permission that is called ${id}`); // prettier-ignore
    return isNew(declared === undefined ? HARMLESS : "the function has no such permission");
  });

interface Declared {
  readonly statementId?: string;
  readonly action: string;
  readonly principal: string;
  readonly sourceSuffix: string;
}

function declaredBy(resource: CheckedResource, situation: Situation): Declared | undefined {
  const { stack } = situation;
  const { statement_id: id, action, principal, source_arn: source } = resource.attributes;
  const sourceSuffix = suffixOf(source, situation);
  const [known, by] = [textOf(stack, action), textOf(stack, principal)];
  if (sourceSuffix === undefined || known === undefined || by === undefined) return undefined;
  return { statementId: textOf(stack, id), action: known, principal: by, sourceSuffix };
}

/** The end of the ARN of what calls, from the id of the API on: the account is nowhere written down. */
function suffixOf(source: unknown, situation: Situation): string | undefined {
  const written = textOf(situation.stack, source);
  if (written !== undefined) return written;
  const [, address, rest] = /^\$\{([\w.-]+)\.execution_arn\}([^$%]*)$/.exec(String(source)) ?? [];
  if (address === undefined || isSaidNew(address, situation.given)) return undefined;
  const id = situation.bindings.restApis.get(address) ?? situation.bindings.httpApis.get(address);
  return id === undefined ? undefined : `:${id}${rest}`;
}

function isSame(live: LivePermission, { statementId, action, principal, sourceSuffix }: Declared): boolean {
  if (statementId !== undefined && statementId !== live.statementId) return false;
  const isFrom = live.sourceArn === sourceSuffix || live.sourceArn?.endsWith(sourceSuffix) === true;
  return live.action === action && live.principal === principal && isFrom;
}

/** What may call a function. */
export const PERMISSION_IMPORTERS: Importers = {
  aws_lambda_permission: permission,
};
