import { CorsModel, EndpointModel } from "../../../lib/serverless/core/caching-model";
import { shareCors } from "../../../lib/serverless/core/share-cors";

const allowing = (...origins: string[]): CorsModel => ({
  allowOrigins: origins,
  allowHeaders: ["A", "B"],
  allowCredentials: false,
});
const event = (httpMethod: string, path: string, cors?: CorsModel): EndpointModel => ({
  property: `${httpMethod} ${path}`,
  httpMethod,
  path,
  apiKeyRequired: false,
  cors,
});

/** What is the API's, and what is each endpoint's. */
function shared(...events: EndpointModel[]) {
  const { cors, endpoints } = shareCors(events);
  return [cors, ...endpoints.map((endpoint) => endpoint.cors)];
}

describe("paths that have the same", () => {
  test("have it from the API", () => {
    expect(shared(event("GET", "/a", allowing("x")), event("GET", "/b", allowing("x")))).toEqual([
      allowing("x"),
      undefined,
      undefined,
    ]);
  });

  test("have it in any order", () => {
    const other = { ...allowing("y", "x"), allowHeaders: ["B", "A"] };
    expect(shared(event("GET", "/a", allowing("x", "y")), event("GET", "/b", other))[0]).toEqual(allowing("x", "y"));
  });

  test("may have none", () => {
    expect(shared(event("GET", "/a"), event("GET", "/b"))).toEqual([undefined, undefined, undefined]);
    expect(shareCors([])).toEqual({ cors: undefined, endpoints: [], findings: [] });
  });
});

describe("paths that differ", () => {
  test("have their own, and nobody gets what another one allows", () => {
    expect(shared(event("GET", "/a", allowing("x")), event("GET", "/b", allowing("*")), event("GET", "/c"))).toEqual([
      undefined,
      allowing("x"),
      allowing("*"),
      undefined,
    ]);
  });

  test("an additional endpoint has none", () => {
    expect(shared(event("GET", "/a", allowing("x")), event("GET", "/b"))).toEqual([
      undefined,
      allowing("x"),
      undefined,
    ]);
  });
});

describe("the events of one path", () => {
  test("share what any of them allows", () => {
    const own = { ...allowing("y"), allowCredentials: true, maxAgeSeconds: 5, exposeHeaders: ["C"] };
    expect(shared(event("GET", "/a", allowing("x")), event("POST", "/a", own))[0]).toEqual({
      ...own,
      allowOrigins: ["x", "y"],
    });
    expect(shared(event("GET", "/a", allowing("x")), event("POST", "/a", allowing("*")))[0]).toEqual(allowing("*"));
  });

  test("that have it are all that a page may ask for", () => {
    const methods = (...events: EndpointModel[]) => shareCors(events).cors?.allowMethods;
    expect(methods(event("POST", "/a", allowing("x")), event("GET", "/a"))).toEqual(["OPTIONS", "POST"]);
    expect(methods(event("ANY", "/a", allowing("x")), event("GET", "/a"))).toBeUndefined();
    expect(methods(event("POST", "/a", allowing("x")), event("GET", "/a", allowing("x")))).toBeUndefined();
  });

  test("that have it say the same beside another path", () => {
    const both = { ...allowing("x", "y") };
    expect(shared(event("GET", "/a", allowing("x")), event("POST", "/a", allowing("y")), event("GET", "/b"))).toEqual([
      undefined,
      both,
      both,
      undefined,
    ]);
  });
});

describe("the verbs that events list", () => {
  const listing = (...allowMethods: string[]) => ({ ...allowing("x"), allowMethods });
  const methods = (...events: EndpointModel[]) => shareCors(events).cors?.allowMethods;

  test("are allowed beside their own, and OPTIONS", () => {
    expect(methods(event("GET", "/a", listing("PUT")))).toEqual(["GET", "OPTIONS", "PUT"]);
    expect(methods(event("GET", "/a", listing("PUT")), event("POST", "/a", allowing("x")))).toEqual(
      ["GET", "OPTIONS", "POST", "PUT"], // prettier-ignore
    );
    expect(methods(event("GET", "/a", listing("PUT")), event("POST", "/a", listing("HEAD")))).toEqual(
      ["GET", "HEAD", "OPTIONS", "POST", "PUT"], // prettier-ignore
    );
  });

  test("are not said where they are those of the path", () => {
    expect(methods(event("GET", "/a", listing("GET", "OPTIONS")))).toBeUndefined();
    expect(methods(event("GET", "/a", listing("POST")), event("POST", "/a"))).toBeUndefined();
    expect(methods(event("ANY", "/a", listing("GET")))).toBeUndefined();
  });

  test("make one path another than the next", () => {
    const [ofApi, ...own] = shared(event("GET", "/a", listing("PUT")), event("GET", "/b", allowing("x")));
    expect(ofApi).toBeUndefined();
    expect(own).toEqual([{ ...allowing("x"), allowMethods: ["GET", "OPTIONS", "PUT"] }, allowing("x")]);
  });
});

describe("a path with an event for OPTIONS", () => {
  const answering = [event("GET", "/a", allowing("x")), event("OPTIONS", "/a")];

  test("answers by itself, whatever other paths have", () => {
    expect(shared(...answering)).toEqual([undefined, undefined, undefined]);
    expect(shared(...answering, event("GET", "/b"))).toEqual([undefined, undefined, undefined, undefined]);
    expect(shared(...answering, event("GET", "/b", allowing("x")))).toEqual([
      undefined,
      undefined,
      undefined,
      allowing("x"),
    ]);
  });

  test("says so where an event has CORS, once", () => {
    const findings = (...events: EndpointModel[]) =>
      shareCors(events).findings.map(({ rule, property, change }) => `${rule} at ${property}: ${change}`);
    expect(findings(...answering, event("POST", "/a", allowing("*")), event("GET", "/b", allowing("x")))).toEqual([
      "serverless/own-preflight at GET /a.cors: Leave it out, or remove OPTIONS /a.",
    ]);
    expect(findings(event("GET", "/a"), event("OPTIONS", "/a"))).toEqual([]);
  });
});

describe("credentials and every origin", () => {
  const withCredentials = { ...allowing("x"), allowCredentials: true };
  const told = (...events: EndpointModel[]) =>
    shareCors(events).findings.map(({ rule, property, change }) => `${rule} at ${property}: ${change}`);
  const problem =
    "serverless/cors-together at POST /a.cors: Name the origins in GET /a.cors, or leave allowCredentials out.";

  test("are not allowed by two events of a path, in any order", () => {
    const [open, closed] = [event("GET", "/a", allowing("*")), event("POST", "/a", withCredentials)];
    expect(told(open, closed)).toEqual([problem]);
    expect(told(closed, event("PUT", "/a", allowing("y")), open)).toEqual([problem]);
  });

  test("may be allowed by two paths, and named origins by one", () => {
    expect(told(event("GET", "/a", allowing("*")), event("POST", "/b", withCredentials))).toEqual([]);
    expect(told(event("GET", "/a", allowing("y")), event("POST", "/a", withCredentials))).toEqual([]);
  });
});
