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
    expect(shareCors([])).toEqual({ cors: undefined, endpoints: [] });
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
