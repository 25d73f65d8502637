import { Resources, changed } from "../../support/configuration";
import { DOMAIN, HOST, STRICT, ZONE, ZONE_ID, found, record, ruleset } from "../../support/host";

describe("the mode full of a zone", () => {
  const full: Resources = {
    cloudflare_zone_setting: {
      ssl: { ...ZONE, setting_id: "ssl", value: "full" },
      https: { ...ZONE, setting_id: "always_use_https", value: "on" },
    },
  };
  const config = (rules: unknown, zone: object = ZONE): Resources => ({
    cloudflare_ruleset: { config: ruleset("http_config_settings", rules, zone) },
  });
  const FULL = ["edge/unverified-origin cloudflare_zone_setting.ssl value"];

  test("is told where a host goes by it", () => {
    expect(found(HOST, full)).toEqual(FULL);
    expect(found(record({ proxied: false }), full)).toEqual([]);
    expect(found(record({ name: "${var.name}" }), full)).toEqual([]);
    expect(found(record({ zone_id: ZONE_ID }), full)).toEqual([]);
    expect(found(full)).toEqual([]);
  });

  test("is none of a host with a mode of its own", () => {
    expect(found(HOST, full, config([STRICT]))).toEqual([]);
    expect(found(HOST, full, config("${var.rules}"))).toEqual([]);
    expect(found(HOST, full, config([{ ...STRICT, expression: '(http.host eq "b.example.com")' }]))).toEqual(FULL);
    expect(found(HOST, full, config([STRICT], { zone_id: ZONE_ID }))).toEqual(FULL);
    expect(found(HOST, full, config([{ ...STRICT, action_parameters: { brotli: true } }]))).toEqual(FULL);
    const rule = { ...ZONE, target: "api.example.com/*", actions: { ssl: "strict" }, status: "active" };
    expect(found(HOST, full, { cloudflare_page_rule: { a: rule } })).toEqual([]);
    expect(found(HOST, full, { cloudflare_page_rule: { a: { ...rule, status: "disabled" } } })).toEqual(FULL);
    expect(found(HOST, full, { cloudflare_page_rule: { a: { ...rule, zone_id: ZONE_ID } } })).toEqual(FULL);
    expect(found(HOST, full, config([{ ...STRICT, enabled: false }]))).toEqual(FULL);
    expect(found(HOST, full, config([{ ...STRICT, enabled: "${var.on}" }]))).toEqual([]);
    expect(found(HOST, full, config(STRICT))).toEqual([]);
  });

  test.each(["full", "flexible"])("and %s is none of one that is written without its zone", (value) => {
    const of = (zone: object): Resources => ({
      cloudflare_zone_setting: {
        ssl: { ...zone, setting_id: "ssl", value },
        https: { ...zone, setting_id: "always_use_https", value: "on" },
      },
    });
    const unknown = { zone_id: "${var.zone}" };
    const expected = value === "full" ? FULL : ["edge/insecure-tls-mode cloudflare_zone_setting.ssl value"];
    for (const zone of [ZONE, unknown]) {
      const named = record({ ...zone, name: "api" });
      for (const host of [named, changed(named, DOMAIN, "d", { domain_name: "${var.name}" })]) {
        expect(found(host, of(zone))).toEqual(expected);
        expect(found(host, of(zone), config([STRICT], zone))).toEqual([]);
      }
    }
  });
});

describe.each(["5", "4"])("the mode flexible of a zone in version %s of the provider", (version) => {
  const settings: Resources =
    version === "4"
      ? { cloudflare_zone_settings_override: { s: { ...ZONE, settings: { ssl: "flexible", always_use_https: "on" } } } }
      : {
          cloudflare_zone_setting: {
            s: { ...ZONE, setting_id: "ssl", value: "flexible" },
            https: { ...ZONE, setting_id: "always_use_https", value: "on" },
          },
        };
  const FLEXIBLE = [
    version === "4"
      ? "edge/insecure-tls-mode cloudflare_zone_settings_override.s settings.ssl"
      : "edge/insecure-tls-mode cloudflare_zone_setting.s value",
  ];
  const strict = (expression: string): Resources => ({
    cloudflare_ruleset: { config: ruleset("http_config_settings", [{ ...STRICT, expression }]) },
  });

  test("is an error where a host goes by it", () => {
    expect(found(HOST, settings)).toEqual(FLEXIBLE);
    expect(found(record({ proxied: "true" }), settings)).toEqual(FLEXIBLE);
    expect(found(record({ proxied: false }), settings)).toEqual([]);
    expect(found(record({ content: `\${data.${DOMAIN}.d.target}` }), settings)).toEqual(FLEXIBLE);
  });

  test.each([
    'http.host eq "api.example.com"',
    `http.host eq "\${${DOMAIN}.d.domain_name}"`,
    'http.host eq "${var.host}"',
    'http.host eq r"api.example.com"',
    "true",
    'http.host wildcard "*.example.com"',
    'ends_with(http.host, ".example.com")',
    "${var.expression}",
  ])("is none where a rule sets another one for %s", (expression) => {
    expect(found(HOST, settings, strict(expression))).toEqual([]);
  });

  test.each(['http.host ne "api.example.com"', 'http.host eq "www.example.com"', "false"])(
    "is an error where a rule sets another one for %s",
    (expression) => expect(found(HOST, settings, strict(expression))).toEqual(FLEXIBLE),
  );
});
