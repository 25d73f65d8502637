import { PHASES, RulesetPhase, phaseName } from "../../../lib/edge/core/ruleset-phase";

test("the phases are those of the provider", () => {
  expect(Object.values(RulesetPhase).sort()).toEqual([
    "http_config_settings",
    "http_request_cache_settings",
    "http_request_dynamic_redirect",
    "http_request_late_transform",
  ]);
});

test("every phase is listed once, and its name is part of addresses: it never changes", () => {
  expect(PHASES.map((phase) => [phase, phaseName(phase)])).toEqual([
    ["http_request_dynamic_redirect", "redirect"],
    ["http_config_settings", "config"],
    ["http_request_late_transform", "transform"],
    ["http_request_cache_settings", "cache"],
  ]);
});
