/** The plugin's names (in any case) and ours for what API Gateway calls the strategy. */
const STRATEGIES: { readonly [name: string]: string } = {
  ignore: "SUCCEED_WITHOUT_RESPONSE_HEADER",
  succeed_without_response_header: "SUCCEED_WITHOUT_RESPONSE_HEADER",
  warn: "SUCCEED_WITH_RESPONSE_HEADER",
  ignorewithwarning: "SUCCEED_WITH_RESPONSE_HEADER",
  succeed_with_response_header: "SUCCEED_WITH_RESPONSE_HEADER",
  fail: "FAIL_WITH_403",
  fail_with_403: "FAIL_WITH_403",
};

/** The value of `unauthorized_cache_control_header_strategy`; undefined for a name that is none. */
export function unauthorizedStrategy(name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.prototype.hasOwnProperty.call(STRATEGIES, key) ? STRATEGIES[key] : undefined;
}
