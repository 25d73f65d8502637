import { Resources, changed, findingsIn, foundIn, together } from "../../support/configuration";
import { DATA, DOMAIN, HOST, RECORD, STRICT, ZONE, ZONE_ID, found, record, ruleset } from "../../support/host";

describe("the redirect to https", () => {
  const config: Resources = { cloudflare_ruleset: { config: ruleset("http_config_settings", [STRICT]) } };
  const redirect = (rule: object): Resources => ({
    cloudflare_ruleset: {
      redirect: ruleset("http_request_dynamic_redirect", [{ ref: "r", action: "redirect", ...rule }]),
    },
  });
  const MISSING = [`edge/no-https-redirect ${RECORD} proxied`];

  test("is missed at a record that is proxied", () => {
    const [located] = findingsIn({ data: DATA, resource: together(HOST, config) });
    expect(located!.finding).toMatchObject({ found: true });
    expect(located!.finding.message).toMatch(/^edge\/no-https-redirect: proxied is true: /);
  });

  test("is expected where the TLS mode of the zone is declared", () => {
    expect(found(HOST, config)).toEqual(MISSING);
    expect(found(record({ name: "${var.name}" }), config)).toEqual([]);
    expect(foundIn({ data: DATA, resource: together(HOST, config), module: { m: {} } })).toEqual([]);
  });

  test.each([
    [{ expression: "not ssl" }, []],
    [{ expression: '(not ssl and http.host eq "api.example.com")' }, []],
    [{ expression: "${var.expression}" }, []],
    [{ expression: '(not ssl and http.host eq "www.example.com")' }, MISSING],
    [{ expression: "not ssl", enabled: false }, MISSING],
    [{ expression: '(not ssl and http.host wildcard "*.example.com")' }, []],
    [{ expression: '(not ssl and http.host ne "www.example.com")' }, []],
    [{ expression: 'http.request.full_uri wildcard r"http://*"' }, []],
    [{ expression: 'http.request.uri.path eq "/old"' }, MISSING],
    [{ expression: '(ssl and http.request.uri.path eq "/old")' }, MISSING],
    [{ expression: "ssl eq true" }, MISSING],
    [{ expression: "!ssl" }, []],
    [{ expression: "not (ssl)" }, []],
    [{ expression: "ssl == false" }, []],
    [{ expression: "cf.edge.server_port eq 80" }, []],
    [{ expression: 'not starts_with(http.request.full_uri, "https://")' }, []],
    [{ expression: 'http.request.headers["x-forwarded-proto"][0] eq "http"' }, []],
    [{ expression: "not ssl", enabled: "${var.on}" }, []],
    [{ expression: `(not ssl and http.host eq "\${${DOMAIN}.d.domain_name}")` }, []],
    [{ expression: '(not ssl and http.host eq "${var.host}")' }, []],
    [{ expression: `(not ssl and http.host ne "\${${DOMAIN}.d.domain_name}")` }, MISSING],
  ])("is one with %j: %j", (rule, expected) => expect(found(HOST, config, redirect(rule))).toEqual(expected));

  test("may be the only rule, as an object, or one that is not known", () => {
    const rules = (value: unknown): Resources => ({
      cloudflare_ruleset: { redirect: ruleset("http_request_dynamic_redirect", value) },
    });
    expect(found(HOST, config, rules({ ref: "r", action: "redirect", expression: "not ssl" }))).toEqual([]);
    expect(found(HOST, config, rules({ ref: "r", action: "redirect", expression: "ssl" }))).toEqual(MISSING);
    expect(found(HOST, config, rules("${var.rules}"))).toEqual([]);
  });

  test("may be a setting of the zone", () => {
    const setting = (value: string): Resources => ({
      cloudflare_zone_setting: { https: { ...ZONE, setting_id: "always_use_https", value } },
    });
    expect(found(HOST, config, setting("on"))).toEqual([]);
    expect(found(HOST, config, setting("off"))).toEqual(MISSING);
  });

  test("may be one of an account, or of a zone that is not known", () => {
    const bulk = { account_id: ZONE_ID, kind: "root", name: "x", phase: "http_request_redirect", rules: [] };
    expect(found(HOST, config, { cloudflare_ruleset: { bulk } })).toEqual([]);
    const rules = [{ ref: "r", action: "redirect", expression: "not ssl" }];
    const elsewhere = (zone: string): Resources => ({
      cloudflare_ruleset: { r: ruleset("http_request_dynamic_redirect", rules, { zone_id: zone }) },
    });
    expect(found(HOST, config, elsewhere("${each.value}"))).toEqual([]);
    expect(found(HOST, config, elsewhere(ZONE_ID))).toEqual(MISSING);
  });

  test.each([
    ["api", "api.example.com", []],
    ["@", "api.example.com", []],
    ["api.example.com", "api.example.com", []],
    ["api", "www.example.com", MISSING],
    ["api.example.com", "www.example.com", MISSING],
  ])("is found for the name %s in a zone that is not known, with a rule for %s", (name, ruled, expected) => {
    const zone = { zone_id: "${var.zone}" };
    const rule = { ref: "r", action: "redirect", expression: `(http.host eq "${ruled}" and not ssl)` };
    const rules: Resources = {
      cloudflare_ruleset: {
        config: ruleset("http_config_settings", [STRICT], zone),
        redirect: ruleset("http_request_dynamic_redirect", [rule], zone),
      },
    };
    const named = record({ ...zone, name });
    expect(found(named, rules)).toEqual(expected);
    const other = changed(named, DOMAIN, "d", { domain_name: "${var.name}" });
    expect(found(other, rules)).toEqual(expected);
  });

  test("may be a page rule for a name in a zone that is not known", () => {
    const zone = { zone_id: "${var.zone}" };
    const rule = (target: string): Resources => ({
      cloudflare_page_rule: { r: { ...zone, target, actions: { always_use_https: true }, status: "active" } },
      cloudflare_ruleset: { config: ruleset("http_config_settings", [STRICT], zone) },
    });
    const named = record({ ...zone, name: "api" });
    expect(found(named, rule("http://api.example.org/*"))).toEqual([]);
    expect(found(named, rule("http://*.example.org/*"))).toEqual([]);
    expect(found(named, rule("http://www.example.com/*"))).toEqual(MISSING);
  });
});
