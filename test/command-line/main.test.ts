import { Command, ExitStatus } from "../../lib/command-line/command";
import { main } from "../../lib/command-line/main";
import { misuse } from "../../lib/command-line/misuse";
import { ConfigurationError } from "../../lib/rules/configuration-error";
import { ttlOutOfRange } from "../../lib/rules/gateway/ttl-out-of-range";
import { fakeIo, FakeWorld } from "./support/fake-io";

function command(run: Command["run"]): Command {
  return {
    name: "walk",
    summary: "Walk.",
    usage: "walk PLACE",
    description: [],
    options: [{ name: "fast", summary: "Run." }],
    examples: [],
    run,
  };
}

async function run(argv: readonly string[], act: Command["run"] = async () => ExitStatus.DONE, world: FakeWorld = {}) {
  const io = fakeIo(world);
  const status = await main(argv, io, [command(act)]);
  return { status, out: io.out(), err: io.err() };
}

test("a command gets its arguments, and its status is that of the program", async () => {
  const found = await run(["walk", "home", "--fast"], async (given, io) => {
    await io.stdout.write(`${given.operands.join()} ${given.flag("fast")}`);
    return ExitStatus.FINDINGS;
  });
  expect(found).toEqual({ status: 1, out: "home true", err: "" });
});

test.each([[["--help"]], [["-h"]], [["help"]]])("%j prints the help", async (argv) => {
  const found = await run(argv);
  expect(found).toMatchObject({ status: 0, err: "" });
  expect(found.out).toMatch(/^Usage: cdktf-api-caching COMMAND/);
});

test.each([[["walk", "--help"]], [["walk", "--nonsense", "-h"]], [["help", "walk"]]])(
  "%j prints the help of the command, and does not run it",
  async (argv) => {
    const found = await run(argv, async () => {
      throw new Error("it ran");
    });
    expect(found).toMatchObject({ status: 0, err: "" });
    expect(found.out).toMatch(/^Usage: cdktf-api-caching walk PLACE/);
  },
);

test("the version", async () => {
  expect(await run(["--version"])).toEqual({ status: 0, out: "1.2.3\n", err: "" });
});

test("without a command there is the help, as a misuse", async () => {
  const found = await run([]);
  expect(found).toMatchObject({ status: 2, out: "" });
  expect(found.err).toMatch(/^Usage:/);
});

test.each<[string[], string]>([
  [["wlk"], 'cdktf-api-caching: there is no command "wlk". Did you mean walk?\nSee cdktf-api-caching --help.\n'],
  [["help", "fly"], 'cdktf-api-caching: there is no command "fly".\nSee cdktf-api-caching --help.\n'],
  [["--fast", "walk"], "cdktf-api-caching: unknown option --fast.\nSee cdktf-api-caching --help.\n"],
  [["--versoin"], "cdktf-api-caching: unknown option --versoin. Did you mean --version?\nSee cdktf-api-caching --help.\n"], // prettier-ignore
  [["walk", "--fsat"], "cdktf-api-caching walk: unknown option --fsat. Did you mean --fast?\nSee cdktf-api-caching walk --help.\n"], // prettier-ignore
])("%j is a misuse, told in a line", async (argv, err) => {
  expect(await run(argv)).toEqual({ status: 2, out: "", err });
});

test("a misuse that the command finds", async () => {
  const found = await run(["walk"], async () => {
    throw misuse("a PLACE is needed.");
  });
  expect(found).toEqual({
    status: 2,
    out: "",
    err: "cdktf-api-caching walk: a PLACE is needed.\nSee cdktf-api-caching walk --help.\n",
  });
});

test("the errors of a configuration are told a line each, without a stack", async () => {
  const findings = [...ttlOutOfRange("a", -1), ...ttlOutOfRange("b", 3601)];
  const found = await run(["walk"], async () => {
    throw new ConfigurationError(findings);
  });
  expect(found.status).toBe(2);
  expect(found.err).toBe(findings.map(({ message }) => `error: ${message}\n`).join(""));
});

describe("an unexpected error", () => {
  const act = async (): Promise<ExitStatus> => {
    throw new Error("it broke\nhere");
  };

  test("is told in a line, with where to report it", async () => {
    const { status, err } = await run(["walk"], act);
    expect(status).toBe(3);
    expect(err).toMatch(/^cdktf-api-caching walk: unexpected error: it broke\nSet DEBUG=1 .*https:\S+\/issues\n$/);
  });

  test("shows its stack only to who asks for it", async () => {
    const { err } = await run(["walk"], act, { environment: { DEBUG: "1" } });
    expect(err).toContain("    at ");
    expect((await run(["walk"], act, { environment: { DEBUG: "" } })).err).not.toContain("    at ");
  });

  test("may be anything", async () => {
    const { status, err } = await run(["walk"], () => Promise.reject("a text"));
    expect(status).toBe(3);
    expect(err).toContain("unexpected error: a text");
  });

  test("is no exception even where it cannot be told", async () => {
    const io = fakeIo();
    const full = { isTerminal: false, write: () => Promise.reject(new Error("no space left")) };
    expect(await main(["walk"], { ...io, stderr: full }, [command(act)])).toBe(3);
  });
});

test("errors are red on a terminal", async () => {
  expect((await run(["wlk"], undefined, { isTerminal: true })).err).toContain("\u001b[31m");
  expect((await run(["wlk"], undefined, { isTerminal: true, environment: { NO_COLOR: "1" } })).err).not.toContain(
    "\u001b",
  );
});
