import { main } from "../../../lib/command-line/main";
import { verifyCommand } from "../../../lib/command-line/verify/verify-command";
import { EXPECTED_STATUSES } from "../../../lib/command-line/verify/verify-options";
import { fakeIo, response } from "../support/fake-io";

test("it is run by its name", async () => {
  const io = fakeIo({ get: () => response({ "cf-cache-status": "HIT", "cf-ray": "1-FRA" }) });
  expect(await main(["verify", "https://api.example.com/"], io)).toBe(0);
  expect(io.out()).toContain("cached: Cloudflare serves it from its cache.");
  expect(io.waited).toEqual([1000, 1000]);
});

test("its help names every status that can be expected", () => {
  const { summary } = verifyCommand.options.find(({ name }) => name === "expect")!;
  for (const status of EXPECTED_STATUSES) expect(summary).toContain(status);
});
