import { Found } from "../found";
import { PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { cachedMethods } from "./cached-methods";
import { checkCachedMethod, checkMethodKeys, checkNamespaces } from "./check-keys";
import { checkInheritance } from "./check-inheritance";
import { checkSettings } from "./check-settings";
import { checkStages } from "./check-stages";
import { readSettings } from "./method-setting";
import { readApis } from "./read-apis";

/**
 * Checks what a configuration says of REST APIs and of the caches of their stages.
 *
 * @param mayCacheElsewhere whether other configurations may hold settings of the same stages
 */
export function checkGateway(
  configuration: PlainConfiguration,
  references: References,
  mayCacheElsewhere: boolean,
): Found[] {
  const { apis, methods, found: inDocuments } = readApis(configuration, references);
  const { settings, found: inPaths } = readSettings(configuration, references);
  const cached = cachedMethods(methods, settings);
  return [
    ...inDocuments,
    ...inPaths,
    ...checkSettings(settings, references),
    ...checkInheritance(settings, configuration.follows),
    ...checkStages({ configuration, references, settings, apis, mayCacheElsewhere }),
    ...methods.flatMap(checkMethodKeys),
    ...cached.flatMap(checkCachedMethod),
    ...checkNamespaces(cached),
  ];
}

/** Whether a configuration caches something, or may. */
export function cachesSomething(configuration: PlainConfiguration): boolean {
  const { settings } = readSettings(configuration, new References(configuration));
  return settings.some(({ caching }) => caching === "on" || caching === "unknown");
}
