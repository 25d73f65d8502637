import { found, Inquiry, keyOf, UNREAD } from "../../../lib/adopt/core/questions";

test("what has no answer is not known, and is asked once", () => {
  const inquiry = new Inquiry(new Map());
  expect(inquiry.ask("restApi", "eu-central-1", "abc")).toBe(UNREAD);
  expect(inquiry.ask("restApi", "eu-central-1", "abc")).toBe(UNREAD);
  expect(inquiry.open).toEqual([{ kind: "restApi", region: "eu-central-1", about: ["abc"] }]);
});

test("what has one is told, and is not asked", () => {
  const question = { kind: "zone", about: ["example.com"] } as const;
  const inquiry = new Inquiry(new Map([[keyOf(question), found("id")]]));
  expect(inquiry.ask("zone", undefined, "example.com")).toEqual({ state: "found", value: "id" });
  expect(inquiry.open).toEqual([]);
});

test("kinds, regions and what they are about tell questions apart", () => {
  const keys = [
    keyOf({ kind: "restApi", about: ["a", "b"] }),
    keyOf({ kind: "restApi", about: ["a b"] }),
    keyOf({ kind: "restApi", region: "a", about: ["b"] }),
    keyOf({ kind: "httpApi", about: ["a", "b"] }),
  ];
  expect(new Set(keys).size).toBe(4);
});
