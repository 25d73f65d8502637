import { ExpressionWriter } from "../../../lib/edge/core/expression";
import { headerRule, redirectRule, tlsRule } from "../../../lib/edge/core/host-rules";

test("the TLS mode is set for a host", () => {
  expect(tlsRule("strict")).toMatchObject({
    phase: "http_config_settings",
    role: "strict_tls",
    action: "set_config",
    parameters: { ssl: "strict" },
  });
});

test("http is redirected with the same verb, path and query string", () => {
  const rule = redirectRule(new ExpressionWriter(() => false));
  expect(rule).toMatchObject({
    phase: "http_request_dynamic_redirect",
    role: "https_redirect",
    action: "redirect",
    condition: "not ssl",
  });
  expect(rule.parameters).toEqual({
    from_value: {
      status_code: 308,
      target_url: { expression: 'concat("https://", http.host, http.request.uri.path)' },
      preserve_query_string: true,
    },
  });
});

test("a header is set, not added, so that a visitor's own is replaced", () => {
  expect(headerRule("X-Origin-Secret", "${var.secret}")).toMatchObject({
    phase: "http_request_late_transform",
    role: "origin_secret",
    action: "rewrite",
    parameters: { headers: { "x-origin-secret": { operation: "set", value: "${var.secret}" } } },
  });
});
