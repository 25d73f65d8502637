import { presentTime } from "../../lib/stack/present-time";

const { SOURCE_DATE_EPOCH: before } = process.env;
afterEach(() => {
  delete process.env.SOURCE_DATE_EPOCH;
  if (before !== undefined) process.env.SOURCE_DATE_EPOCH = before;
});

test("is what the clock says", () => {
  delete process.env.SOURCE_DATE_EPOCH;
  expect(Math.abs(presentTime().getTime() - Date.now())).toBeLessThan(1000);
});

test("is what a repeatable build says", () => {
  process.env.SOURCE_DATE_EPOCH = "1767225600";
  expect(presentTime()).toEqual(new Date("2026-01-01T00:00:00Z"));
});

// 315532800 is 1980-01-01, which Nix sets in every shell.
test.each(["", "now", "-1", "1.5", "0", "315532800", "1735689600"])(
  "is what the clock says where a build says %j",
  (text) => {
    process.env.SOURCE_DATE_EPOCH = text;
    expect(Math.abs(presentTime().getTime() - Date.now())).toBeLessThan(1000);
  },
);
