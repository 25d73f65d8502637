import { Finding } from "../../rules/finding";
import { methodNeverCached } from "../../rules/edge/method-never-cached";
import { overrideSharesCredentials } from "../../rules/edge/override-shares-credentials";
import { pathSyntax } from "../../rules/edge/path-syntax";
import { refusedValue } from "../../rules/edge/refused-value";
import { shadowedPath } from "../../rules/edge/shadowed-path";
import { EdgeBypass, EdgeCacheOptions, EdgePathCache } from "../edge-cache-options";
import { inherit, overridesOrigin } from "./cache-parameters";
import { CacheContext, checkCacheSettings, checkDisabled, checkHeaderName } from "./check-cache";
import { EdgePath, covers, readPath } from "./edge-path";

const COOKIE_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Checks how a host is cached. */
export function checkHostCache(options: EdgeCacheOptions, prefix: string, context: CacheContext): Finding[] {
  const { enabled = true, paths = [], bypass = {}, ...settings } = options;
  const overrides =
    (enabled && overridesOrigin(settings)) ||
    paths.some(
      ({ enabled: isCached = true, path: _, method: __, ...own }) =>
        isCached && overridesOrigin(inherit(settings, own)),
    );
  const keepsNothing = !enabled && paths.every((entry) => entry.enabled === false);
  return [
    ...checkCacheSettings(settings, prefix, context),
    ...(keepsNothing ? checkDisabled({ ...settings, bypass: options.bypass }, prefix) : []),
    ...paths.flatMap((entry, index) => checkPathCache(entry, `${prefix}paths[${index}].`, context)),
    ...checkShadows(paths, bypass, prefix),
    ...checkBypass(bypass, `${prefix}bypass.`, overrides),
  ];
}

function checkPathCache(
  { path, method, enabled = true, ...own }: EdgePathCache,
  prefix: string,
  context: CacheContext,
) {
  return [
    ...checkPath(`${prefix}path`, path),
    ...(method === undefined ? [] : methodNeverCached(`${prefix}method`, method)),
    ...(enabled ? checkCacheSettings(own, prefix, context) : checkDisabled(own, prefix)),
  ];
}

function checkPath(property: string, text: string): Finding[] {
  const { problem } = readPath(text);
  return problem === undefined ? [] : pathSyntax(property, text, problem);
}

/** Checks which requests are passed on. */
export function checkBypass(bypass: EdgeBypass, prefix: string, overrides: boolean): Finding[] {
  const { paths = [], cookieNames = [], headers = [], cookies, authorization } = bypass;
  return [
    ...paths.flatMap((path, index) => checkPath(`${prefix}paths[${index}]`, path)),
    ...cookieNames.flatMap((name, index) =>
      COOKIE_NAME.test(name)
        ? []
        : refusedValue(`${prefix}cookieNames[${index}]`, name, "the name of a cookie, such as session"),
    ),
    ...headers.flatMap((name, index) => checkHeaderName(`${prefix}headers[${index}]`, name)),
    ...(overrides && cookies === false ? overrideSharesCredentials(`${prefix}cookies`, cookies) : []),
    ...(overrides && authorization === false ? overrideSharesCredentials(`${prefix}authorization`, authorization) : []),
  ];
}

interface Entry {
  readonly property: string;
  readonly path: EdgePath;
  readonly isCached: boolean;
}

/** What is not cached wins over what is; among equals the last one does. */
function checkShadows(paths: readonly EdgePathCache[], bypass: EdgeBypass, prefix: string): Finding[] {
  const entries = [
    ...paths.flatMap(({ path, enabled = true }, index) => entry(`${prefix}paths[${index}].path`, path, enabled)),
    ...(bypass.paths ?? []).flatMap((path, index) => entry(`${prefix}bypass.paths[${index}]`, path, false)),
  ];
  return entries.flatMap(({ property, path, isCached }, index) => {
    const winner = entries.find(
      (other, at) => at !== index && wins(other, at, { isCached }, index) && covers(other.path, path),
    );
    return winner === undefined ? [] : shadowedPath(property, path.text, winner.property);
  });
}

function wins(other: Entry, at: number, one: Pick<Entry, "isCached">, index: number): boolean {
  return other.isCached === one.isCached ? at > index : !other.isCached;
}

function entry(property: string, text: string, isCached: boolean): Entry[] {
  const { path } = readPath(text);
  return path === undefined ? [] : [{ property, path, isCached }];
}
