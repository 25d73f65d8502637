import { Preflight, preflightOperation } from "../../../../lib/gateway/core/open-api/preflight";
import { Part } from "../../../support/rest-api";

const V3 = { openapi: "3.0.1" };

const ONE: Preflight = {
  allowOrigins: ["https://a.example.com"],
  allowMethods: ["GET", "OPTIONS"],
  allowHeaders: ["Authorization", "X-Token"],
};

function preflight(options: Partial<Preflight> = {}, document: object = V3): Part {
  return preflightOperation({ ...document }, { ...ONE, ...options });
}

/** The headers of the answer, without the quotes that make them fixed texts. */
function headers(options: Partial<Preflight> = {}): Part {
  const { responseParameters } = answer(options);
  const entries = Object.entries(responseParameters as Part);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      expect(name).toMatch(/^method\.response\.header\./);
      expect(value).toMatch(/^'[^']*'$/);
      return [name.replace("method.response.header.", ""), String(value).slice(1, -1)];
    }),
  );
}

function answer(options: Partial<Preflight> = {}): Part {
  return preflight(options)["x-amazon-apigateway-integration"].responses.default;
}

describe("a preflight request", () => {
  test("is answered by API Gateway itself, with 204 and no caller's identity", () => {
    expect(preflight()).toMatchObject({
      "x-amazon-apigateway-integration": {
        type: "mock",
        requestTemplates: { "application/json": '{"statusCode": 204}' },
        responses: { default: { statusCode: "204" } },
      },
    });
    expect(preflight()).not.toHaveProperty("security");
  });

  test("is answered with headers that the method declares, every one of them", () => {
    const options = { exposeHeaders: ["X-A"], allowCredentials: true, maxAgeSeconds: 60 };
    expect(Object.keys(preflight(options).responses["204"].headers).sort()).toEqual(
      Object.keys(headers(options)).sort(),
    );
  });

  test.each([
    [V3, { schema: { type: "string" } }],
    [{ swagger: "2.0" }, { type: "string" }],
  ])("declares its headers as %j wants it", (document, type) => {
    const declared = Object.values(preflight({}, document).responses["204"].headers as Part);
    expect(declared).toEqual(declared.map(() => type));
  });

  test("of one origin is told that origin, and that others are told another", () => {
    expect(headers()).toEqual({
      "Access-Control-Allow-Origin": "https://a.example.com",
      "Access-Control-Allow-Methods": "GET,OPTIONS",
      "Access-Control-Allow-Headers": "Authorization,X-Token",
      Vary: "Origin",
    });
    expect(answer()).not.toHaveProperty("responseTemplates");
  });

  test.each([[["*"]], [["*", "https://a.example.com"]], [["https://a.example.com", "*"]]])(
    "of any origin is let in where the origins are %j",
    (allowOrigins) => {
      expect(headers({ allowOrigins })["Access-Control-Allow-Origin"]).toBe("*");
      expect(headers({ allowOrigins })).not.toHaveProperty("Vary");
      expect(answer({ allowOrigins })).not.toHaveProperty("responseTemplates");
    },
  );

  test("is told its own origin where it is one of several", () => {
    const allowOrigins = ["https://a.example.com", "https://b.example.com"];
    const template = answer({ allowOrigins }).responseTemplates["application/json"];
    for (const origin of allowOrigins) expect(template).toContain(`$origin == "${origin}"`);
    expect(template).toContain("#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)");
    expect(headers({ allowOrigins })).toMatchObject({
      "Access-Control-Allow-Origin": "https://a.example.com",
      Vary: "Origin",
    });
  });

  test("is told its own origin where it is one of the subdomains of a host", () => {
    const allowOrigins = ["https://*.example.com"];
    const template: string = answer({ allowOrigins }).responseTemplates["application/json"];
    const [, pattern] = /\$origin\.matches\("([^"]*)"\)/.exec(template) ?? [];
    // Java's `matches` wants the whole text.
    const isLetIn = (origin: string) => new RegExp(`^(?:${pattern})$`).test(origin);
    expect(["https://a.example.com", "https://a.b.example.com"].filter(isLetIn)).toHaveLength(2);
    const others = ["https://example.com", "http://a.example.com", "https://a.example.com.evil.com"];
    const alike = [
      "https://evilexample.com",
      "https://a.exampleXcom",
      "https://a/b.example.com",
      "https://.example.com",
    ];
    expect([...others, ...alike].filter(isLetIn)).toEqual([]);
    expect(template).not.toContain("\\");
  });

  test("is told a named origin where its own is none of those", () => {
    const allowOrigins = ["https://*.example.com", "https://www.example.org"];
    expect(headers({ allowOrigins })["Access-Control-Allow-Origin"]).toBe("https://www.example.org");
    const template = answer({ allowOrigins }).responseTemplates["application/json"];
    expect(template).toMatch(/#if\(\$origin\.matches\(.*\) \|\| \$origin == "https:\/\/www\.example\.org"\)/);
    expect(headers({ allowOrigins: ["https://*.example.com"] })).toMatchObject({ Vary: "Origin" });
  });

  test("is found by either spelling of its header", () => {
    const template = answer({ allowOrigins: ["https://a.b", "https://c.d"] }).responseTemplates["application/json"];
    expect(template).toContain('header.get("Origin")');
    expect(template).toContain('header.get("origin")');
  });

  test("may send credentials where that is allowed, and only there", () => {
    expect(headers({ allowCredentials: true })["Access-Control-Allow-Credentials"]).toBe("true");
    expect(headers({ allowCredentials: false })).not.toHaveProperty("Access-Control-Allow-Credentials");
  });

  test("is told which headers may be read", () => {
    expect(headers({ exposeHeaders: ["X-A", "X-B"] })["Access-Control-Expose-Headers"]).toBe("X-A,X-B");
    expect(headers()).not.toHaveProperty("Access-Control-Expose-Headers");
  });

  test.each([0, 60])("is told to ask again after %d seconds", (maxAgeSeconds) => {
    expect(headers({ maxAgeSeconds })["Access-Control-Max-Age"]).toBe(String(maxAgeSeconds));
  });

  test("is told nothing of how long to remember unless that is given", () => {
    expect(headers()).not.toHaveProperty("Access-Control-Max-Age");
  });
});
