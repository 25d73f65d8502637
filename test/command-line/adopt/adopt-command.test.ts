import { adoptCommand } from "../../../lib/command-line/adopt/adopt-command";
import { adoptOptions } from "../../../lib/command-line/adopt/adopt-options";
import { given } from "../support/given";

test.each(adoptCommand.examples)("the example %s is understood", (example) => {
  const [, ...args] = example.replace(/'/g, "").split(" ");
  expect(() => adoptOptions(given(adoptCommand, ...args))).not.toThrow();
});
