import { EdgeBypass, EdgeCacheOptions, EdgeCacheSettings, EdgePathCache } from "../edge-cache-options";
import { BYPASS_PARAMETERS, cacheParameters, inherit, overridesOrigin } from "./cache-parameters";
import { EdgePath, pathCondition, pathRole, readPath } from "./edge-path";
import { ExpressionWriter } from "./expression";
import { PlannedRule, RuleRank } from "./planned-rule";
import { RulesetPhase } from "./ruleset-phase";

const COOKIES = "http.cookie";

/** The cache rules of a host, in its own order. The options have been checked. */
export function planCacheRules(write: ExpressionWriter, options: EdgeCacheOptions): PlannedRule[] {
  const { enabled = true, paths = [], bypass = {}, ...settings } = options;
  const parts = paths.map((entry) => readPart(settings, entry));
  return [
    enabled
      ? cacheRule("cache", RuleRank.GENERAL, "Keeps answers", cacheParameters(settings))
      : cacheRule("cache", RuleRank.GENERAL, "Keeps no answer", BYPASS_PARAMETERS),
    ...parts.map(({ path, isCached, settings: own }) =>
      isCached
        ? cacheRule(
            `cache_${pathRole(path)}`,
            RuleRank.SPECIFIC,
            `Keeps answers of ${path.text}`,
            cacheParameters(own),
            pathCondition(write, path),
          )
        : cacheRule(
            `bypass_${pathRole(path)}`,
            RuleRank.BYPASS,
            `Keeps no answer of ${path.text}`,
            BYPASS_PARAMETERS,
            pathCondition(write, path),
          ),
    ),
    ...bypassRules(write, bypass, overridden(write, enabled && overridesOrigin(settings), parts)),
  ];
}

/**
 * The rules that pass requests on: one for what the user names, and one for requests with credentials where answers
 * are kept against the origin's word.
 *
 * @param where the condition of the requests that are kept so; undefined for none, empty for all
 */
export function bypassRules(write: ExpressionWriter, bypass: EdgeBypass, where: string | undefined): PlannedRule[] {
  const named = namedConditions(write, bypass);
  const credentials = where === undefined ? [] : defaultConditions(write, bypass);
  const rules: PlannedRule[] = [];
  if (named.length > 0) {
    rules.push(cacheRule("bypass", RuleRank.BYPASS, "Passes requests on", BYPASS_PARAMETERS, write.or(...named)));
  }
  if (credentials.length > 0) {
    const either = write.or(...credentials);
    const condition = where === "" ? either : write.and(where!, either);
    const description = "Passes requests with credentials on";
    rules.push(cacheRule("bypass_credentials", RuleRank.BYPASS, description, BYPASS_PARAMETERS, condition));
  }
  return rules;
}

function namedConditions(write: ExpressionWriter, bypass: EdgeBypass): string[] {
  const { paths = [], cookies, cookieNames = [], headers = [], authorization } = bypass;
  return [
    ...paths.map((text) => pathCondition(write, readPath(text).path!)),
    ...(cookies === true ? [write.isPresent(COOKIES)] : []),
    ...cookieNames.map((name) => write.contains(COOKIES, `${name}=`)),
    ...headers.map((name) => write.isPresent(write.header(name))),
    ...(authorization === true ? [write.isPresent(write.header("authorization"))] : []),
  ];
}

function defaultConditions(write: ExpressionWriter, { authorization, cookies }: EdgeBypass): string[] {
  return [
    ...(authorization === undefined ? [write.isPresent(write.header("authorization"))] : []),
    ...(cookies === undefined ? [write.isPresent(COOKIES)] : []),
  ];
}

interface Part {
  readonly path: EdgePath;
  readonly isCached: boolean;
  readonly settings: EdgeCacheSettings;
}

function readPart(host: EdgeCacheSettings, entry: EdgePathCache): Part {
  const { path, enabled = true, method: _method, ...settings } = entry;
  return { path: readPath(path).path!, isCached: enabled, settings: inherit(host, settings) };
}

/** Where answers are kept against the origin's word: everywhere (empty), at some paths, or nowhere. */
function overridden(write: ExpressionWriter, everywhere: boolean, parts: readonly Part[]): string | undefined {
  if (everywhere) return "";
  const paths = parts.filter(({ isCached, settings }) => isCached && overridesOrigin(settings));
  return paths.length === 0 ? undefined : write.or(...paths.map(({ path }) => pathCondition(write, path)));
}

function cacheRule(
  role: string,
  rank: RuleRank,
  description: string,
  parameters: PlannedRule["parameters"],
  condition?: string,
): PlannedRule {
  return { phase: RulesetPhase.CACHE, role, rank, description, action: "set_cache_settings", parameters, condition };
}
