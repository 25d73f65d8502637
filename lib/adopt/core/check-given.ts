import { didYouMean } from "../../command-line/misuse";
import { isUnset } from "../../check/core/values";
import { DOMAIN, isDomain, isSameHost } from "./importers/domain";
import { ALL_SETTINGS, declaredAddress, Given, isForAddress } from "./given";
import { AdoptedStack, hasInstances, textOf } from "./stack";

/** Why what was said of a stack cannot be true, or would be of no use; undefined if nothing is wrong. */
export function problemOfGiven(stack: AdoptedStack, given: Given): string | undefined {
  return [addressProblem, patternProblem, stageProblem, settingsProblem, domainProblem, rulesetProblem]
    .map((problem) => problem(stack, given))
    .find((problem) => problem !== undefined);
}

type Check = (stack: AdoptedStack, given: Given) => string | undefined;

const addressProblem: Check = (stack, { ids }) => {
  const addresses = addressesOf(stack);
  for (const [address] of ids) {
    if (stack.modules.includes(address)) return `--id ${address}=…: a module has no id. Name a resource in it: --id '${address}.TYPE.NAME=…'.`; // prettier-ignore
    if (!addresses.includes(declaredAddress(address))) return `--id ${address}=…: the stack has no such resource.${didYouMean(address, addresses)}`; // prettier-ignore
    if (stack.imported.has(address)) return `--id ${address}=…: the stack imports it itself. Leave the option out.`;
  }
  return undefined;
};

const patternProblem: Check = (stack, { isNew }) => {
  const addresses = addressesOf(stack);
  const unused = isNew.find((pattern) => !addresses.some((address) => isForAddress(pattern, address)));
  return unused === undefined
    ? undefined
    : `--new ${unused}: the stack has no such resource.${didYouMean(unused, addresses)}`;
};

const stageProblem: Check = (stack, { stages }) => {
  const names = [
    ...valuesOf(stack, /^aws_api_gateway_(stage|method_settings)$/, "stage_name"),
    ...valuesOf(stack, /^aws_apigatewayv2_stage$/, "name"),
  ];
  if (stages.length === 0 || names.includes(undefined)) return undefined;
  const wrong = stages.find((stage) => !names.includes(stage));
  if (wrong === undefined) return undefined;
  if (names.length === 0) return `--stage ${wrong}: the stack has no stage.`;
  return `--stage ${wrong}: the stack's stage is called ${listed(names)}. An import under another name would be replaced: write the name that exists into the stack.`;
};

const settingsProblem: Check = (stack, { methodSettings }) => {
  const paths = valuesOf(stack, /^aws_api_gateway_method_settings$/, "method_path");
  const unused = methodSettings.find((path) => path !== ALL_SETTINGS && !paths.includes(path));
  if (unused === undefined) return undefined;
  const known = paths.filter((path) => path !== undefined);
  const hint = notWrittenDown(stack, /^aws_api_gateway_method_settings$/, "method_path") ?? didYouMean(unused, known);
  return `--method-settings ${unused}: the stack has no settings of this path.${hint}`;
};

const domainProblem: Check = (stack, { domainNames }) => {
  const domains = stack.resources.filter(isDomain);
  const names = domains.map(({ attributes }) => textOf(stack, attributes.domain_name));
  const unused = domainNames.find((given) => !names.some((name) => name !== undefined && isSameHost(name, given)));
  if (unused === undefined) return undefined;
  const hint = notWrittenDown(stack, DOMAIN, "domain_name") ?? "";
  return `--domain-name ${unused}: the stack has no domain of this name${othersOf(names)}.${hint}`;
};

const rulesetProblem: Check = (stack, { rulesets }) => {
  const phases = valuesOf(stack, /^cloudflare_ruleset$/, "phase");
  const unused = [...rulesets.keys()].find((phase) => !phases.includes(phase));
  if (unused === undefined) return undefined;
  const hint = notWrittenDown(stack, /^cloudflare_ruleset$/, "phase") ?? "";
  return `--ruleset ${unused}=…: the stack has no ruleset of this phase${othersOf(phases)}.${hint}`;
};

/** What is there instead; nothing where no name is written down. */
function othersOf(names: readonly (string | undefined)[]): string {
  const others = listed(names);
  return others === "" ? "" : `, it has ${others}`;
}

/** What to say of resources whose argument only Terraform knows; undefined where there is none. */
function notWrittenDown(stack: AdoptedStack, types: RegExp, argument: string): string | undefined {
  const open = stack.resources.filter(
    ({ type, attributes }) =>
      types.test(type) && !isUnset(attributes[argument]) && textOf(stack, attributes[argument]) === undefined,
  );
  if (open.length === 0) return undefined;
  const options = open.map((one) => `--id '${one.address}${hasInstances(one) ? "[…]" : ""}=…'`).join(", ");
  return ` The ${argument} of ${open.map(({ address }) => address).join(", ")} is not written down: say ${options}.`;
}

function addressesOf({ resources, modules }: AdoptedStack): string[] {
  return [...resources.map(({ address }) => address), ...modules];
}

function valuesOf(stack: AdoptedStack, types: RegExp, name: string): (string | undefined)[] {
  const ofTypes = stack.resources.filter(({ type }) => types.test(type));
  return [...new Set(ofTypes.map(({ attributes }) => textOf(stack, attributes[name])))];
}

function listed(names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined).join(", ");
}
