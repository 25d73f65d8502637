import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Testing } from "cdktf";
import { RulesetPhase } from "../../lib/edge/core/ruleset-phase";
import { StrictTls } from "../../lib/edge/core/strict-tls";
import { EdgeStack } from "../edge/edge-stack";
import { inheritedEnvironment, requirements } from "./harness";

const { terraform } = requirements();

/** A zone with every kind of text that JSON and HCL write differently. */
function difficult(): EdgeStack {
  const edge = new EdgeStack();
  const zone = edge.zone();
  const host = edge.variable("host");
  edge.host("api.example.com", { cache: { ttlSeconds: 7200, bypass: { cookieNames: ["session"] } } });
  edge.host("v2.example.com", { originSecretHeader: { name: "X-Secret", value: edge.variable("secret", true) } });
  edge.host("pages.example.com", {
    strictTls: StrictTls.PAGE_RULE,
    cache: { enabled: true, statusCodeTtls: [{ statusCode: 404, ttlSeconds: -1 }] },
    acknowledgements: { "edge/implicit-edge-ttl": "a test" },
  });
  edge.host(host, { cache: { paths: [{ path: "/v1/*/cats", ttlSeconds: 60 }] } });
  zone.addCacheRule({ ref: "pattern", expression: 'http.request.uri.path matches "^/v[0-9]+\\\\.json$"' });
  zone.addCacheRule({
    ref: "percent",
    expression: `http.host eq "${host}" and http.request.uri.query contains "100%"`,
  });
  zone.addCacheRule({ ref: "list", expression: "ssl", description: '[list] of "things" \\ more' });
  zone.addCacheRule({ ref: "written", expression: '(http.host eq "api.${var.host}")' });
  return edge;
}

/** What Terraform makes of the local value `found`. */
function evaluate(file: string, content: string): unknown {
  const directory = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
  try {
    const variables = { variable: { host: { default: "token.example.com" }, secret: { default: "s3cret" } } };
    writeFileSync(join(directory, "variables.tf.json"), JSON.stringify(variables));
    writeFileSync(join(directory, file), content);
    const { stdout, stderr } = spawnSync(terraform, [`-chdir=${directory}`, "console"], {
      input: "jsonencode(local.found)\n",
      encoding: "utf8",
      env: inheritedEnvironment(),
    });
    if (!stdout.startsWith('"')) throw new Error(stdout + stderr);
    return JSON.parse(JSON.parse(stdout) as string);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The list `rules` of each ruleset of an HCL text, in the order of the text. */
function rulesInHcl(hcl: string): string[] {
  return [...hcl.matchAll(/^rules = (\[\n[\s\S]*?\n\])$/gm)].map(([, list]) => list!);
}

test("JSON and HCL mean the same to Terraform, and what was meant", () => {
  const json = JSON.parse(Testing.synth(difficult().stack)) as { resource: { cloudflare_ruleset: object } };
  const rulesets = Object.values(json.resource.cloudflare_ruleset) as { phase: string; rules: unknown[] }[];
  const hcl = Testing.synthHcl(difficult().stack);
  const phases = [...hcl.matchAll(/^phase = "(.*)"$/gm)].map(([, phase]) => phase!);
  const inHcl = rulesInHcl(hcl);
  expect(inHcl).toHaveLength(rulesets.length);

  const written = Object.fromEntries(rulesets.map(({ phase, rules }) => [phase, rules]));
  const fromJson = evaluate("main.tf.json", JSON.stringify({ locals: { found: written } }));
  const entries = phases.map((phase, index) => `${phase} = ${inHcl[index]}`).join("\n");
  const fromHcl = evaluate("main.tf", `locals {\nfound = {\n${entries}\n}\n}\n`);
  expect(fromHcl).toEqual(fromJson);

  const rules = (fromJson as { [phase: string]: { ref: string; expression: string; description: string }[] })[
    RulesetPhase.CACHE
  ]!;
  const byRef = Object.fromEntries(rules.map((rule) => [rule.ref, rule]));
  expect(byRef.unknown__cache!.expression).toBe('(http.host eq "token.example.com")');
  expect(byRef["unknown__cache_at__v1_-x2A-_cats"]!.expression).toBe(
    '(http.host eq "token.example.com" and http.request.uri.path strict wildcard "/v1/*/cats")',
  );
  expect(byRef.pattern!.expression).toBe('http.request.uri.path matches "^/v[0-9]+\\\\.json$"');
  expect(byRef.percent!.expression).toBe('http.host eq "token.example.com" and http.request.uri.query contains "100%"');
  expect(byRef.list!.description).toBe('[list] of "things" \\ more');
  expect(byRef.written!.expression).toBe('(http.host eq "api.token.example.com")');
});

test("the HCL is well formed", () => {
  const { status, stderr } = spawnSync(terraform, ["fmt", "-"], {
    input: Testing.synthHcl(difficult().stack),
    encoding: "utf8",
    env: inheritedEnvironment(),
  });
  expect([status, stderr.match(/Error/)]).toEqual([0, null]);
});

test("what the provider has as attributes is no block in HCL", () => {
  const hcl = Testing.synthHcl(difficult().stack);
  expect(hcl).toMatch(/^filter = \{$/m);
  expect(hcl).toMatch(/^actions = \{$/m);
  expect(hcl).not.toMatch(/^(filter|actions|rules) \{$/m);
  expect(hcl.match(/^rules = \[$/gm)).toHaveLength(4);
});
