import { reader } from "../../../lib/adopt/core/json-reader";

const json = reader({
  text: "a",
  number: 1,
  flag: true,
  object: { text: "b" },
  list: [{ text: "c" }, null, "d"],
  members: { one: { number: 2 }, two: 3 },
});

test("tells what is there", () => {
  expect([json.text("text"), json.number("number"), json.flag("flag")]).toEqual(["a", 1, true]);
  expect(json.object("object").text("text")).toBe("b");
  expect(json.list("list").map((one) => one.text("text"))).toEqual(["c", undefined, undefined]);
  expect(json.texts("list")).toEqual(["d"]);
  expect(json.members("members").map(([name, one]) => [name, one.number("number")])).toEqual([
    ["one", 2],
    ["two", undefined],
  ]);
  expect(json.names("members")).toEqual(["one", "two"]);
});

test.each([["missing"], ["toString"], ["constructor"], ["__proto__"], ["flag"]])(
  "has no %s of another kind",
  (name) => {
    expect([json.text(name), json.number(name), json.list(name), json.texts(name), json.names(name)]).toEqual([
      undefined,
      undefined,
      [],
      [],
      [],
    ]);
    expect(json.object(name).text("text")).toBeUndefined();
  },
);

test.each([[null], ["text"], [[1]], [undefined], [7]])("%j has nothing in it", (value) => {
  expect(reader(value).names("0")).toEqual([]);
  expect(reader(value).flag("length")).toBe(false);
});
