import { CheckedResource } from "../../check/core/plain-configuration";
import { isUnset } from "../../check/core/values";
import { bindingsOf } from "./bindings";
import { problemOfGiven } from "./check-given";
import { declaredAddress, Given, isSaidNew } from "./given";
import { IMPORTERS } from "./importers/all";
import { Decision, imports, isNew, newOption, Outcome, unresolved } from "./outcome";
import { Inquiry, Question, Read } from "./questions";
import { Situation } from "./situation";
import { AdoptedStack, hasInstances } from "./stack";
import { Undeclared, undeclaredOf } from "./undeclared";

/** What becomes of a stack. */
export interface Adoption {
  readonly decisions: readonly Decision[];
  readonly undeclared: readonly Undeclared[];
  /** What the stack imports itself. */
  readonly alreadyImported: readonly string[];
  /** What would have to be read for a better decision. */
  readonly open: readonly Question[];
}

export type Adopted =
  | { readonly adoption: Adoption; readonly problem?: undefined }
  | { readonly adoption?: undefined; readonly problem: string };

/** Decides about every resource of a stack, by what is said and what was read. */
export function adopt(stack: AdoptedStack, given: Given, answers: ReadonlyMap<string, Read<unknown>>): Adopted {
  const problem = problemOfGiven(stack, given);
  if (problem !== undefined) return { problem };
  const bound = bindingsOf(stack, given);
  if (bound.bindings === undefined) return { problem: bound.problem };
  const situation: Situation = { stack, given, bindings: bound.bindings, inquiry: new Inquiry(answers) };
  const decisions = stack.resources
    .filter(({ address }) => !stack.imported.has(address))
    .flatMap((resource) => decisionsOn(resource, situation));
  const inModules = stack.modules.flatMap((address) => decisionsOnModule(address, given));
  const undeclared = undeclaredOf(decisions, situation);
  const alreadyImported = stack.resources.map(({ address }) => address).filter((one) => stack.imported.has(one));
  return {
    adoption: { decisions: [...decisions, ...inModules], undeclared, alreadyImported, open: situation.inquiry.open },
  };
}

/** One decision, or one for each instance that an option names. */
function decisionsOn(resource: CheckedResource, situation: Situation): Decision[] {
  return (
    said(resource.address, situation.given) ?? [{ address: resource.address, outcome: outcomeOf(resource, situation) }]
  );
}

/** What an option says of something. */
function said(declared: string, given: Given): Decision[] | undefined {
  const named = [...given.ids].filter(([address]) => declaredAddress(address) === declared);
  if (named.length > 0) return named.map(([address, id]) => ({ address, outcome: imports(id) }));
  return isSaidNew(declared, given) ? [{ address: declared, outcome: isNew("you say so") }] : undefined;
}

/** What a module declares is in another directory, or not on this machine at all. */
function decisionsOnModule(address: string, given: Given): Decision[] {
  const options = [`--id '${address}.TYPE.NAME=ID'`, newOption(address)];
  return said(address, given) ?? [{ address, outcome: unresolved("what a module declares is not read", ...options) }];
}

/** What is in the state and nowhere else. */
const STATE_ONLY = /^(tls|random|null|time)_|^terraform_data$/;

function outcomeOf(resource: CheckedResource, situation: Situation): Outcome {
  const { address, type, attributes } = resource;
  if (STATE_ONLY.test(type)) return isNew("it exists in the state only");
  if (hasInstances(resource)) {
    const key = isUnset(attributes.for_each) ? "0" : '"KEY"';
    return unresolved("it has any number of instances", `--id '${address}[${key}]=…'`, newOption(address));
  }
  const importer = IMPORTERS[type];
  if (importer !== undefined) return importer(resource, situation);
  return unresolved(`how a ${type} is imported is not known here`, `--id ${address}=…`, newOption(address));
}
