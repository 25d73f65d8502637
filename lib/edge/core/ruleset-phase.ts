/** A phase of a request; a zone has one ruleset for each. */
export enum RulesetPhase {
  /** Cache rules. */
  CACHE = "http_request_cache_settings",
  /** Configuration rules, such as the TLS mode of a host. */
  CONFIG = "http_config_settings",
  /** Redirects. */
  REDIRECT = "http_request_dynamic_redirect",
  /** Changes of the request's headers. */
  TRANSFORM = "http_request_late_transform",
}

/** The phases in the order of a request. */
export const PHASES: readonly RulesetPhase[] = [
  RulesetPhase.REDIRECT,
  RulesetPhase.CONFIG,
  RulesetPhase.TRANSFORM,
  RulesetPhase.CACHE,
];

const NAMES: { readonly [phase in RulesetPhase]: string } = {
  [RulesetPhase.CACHE]: "cache",
  [RulesetPhase.CONFIG]: "config",
  [RulesetPhase.REDIRECT]: "redirect",
  [RulesetPhase.TRANSFORM]: "transform",
};

/** The short name of a phase, as it is part of Terraform addresses. */
export function phaseName(phase: RulesetPhase): string {
  return NAMES[phase];
}
