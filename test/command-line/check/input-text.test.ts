import { Readable } from "node:stream";
import { MAXIMUM_BYTES, inputText } from "../../../lib/command-line/check/input-text";
import { folder } from "../support/folder";

const of = (...chunks: (Buffer | string)[]) => inputText("-", { cwd: "/", stdin: Readable.from(chunks) });

test("standard input is read to its end, whatever its chunks are", async () => {
  const bytes = Buffer.from('{"a": "é"}');
  expect(await of(bytes.subarray(0, 8), bytes.subarray(8))).toBe('{"a": "é"}');
  expect(await of('{"a"', ": 1}")).toBe('{"a": 1}');
  expect(await of()).toBe("");
});

test("binary is refused, with what to do about a saved plan and about PowerShell", async () => {
  const text = /not text in UTF-8\..*terraform show -json.*Out-File -Encoding utf8/;
  await expect(of(Buffer.from([0xff, 0xfe, 0x7b, 0]))).rejects.toMatchObject({
    name: "Misuse",
    message: expect.stringMatching(text),
  });
  const { path, remove } = folder({ "plan.bin": Buffer.from([0x50, 0x4b, 3, 4, 0x80, 0xff]) });
  await expect(inputText("plan.bin", { cwd: path, stdin: Readable.from([]) })).rejects.toMatchObject({
    name: "Misuse",
    message: expect.stringMatching(/^plan\.bin: .*terraform show -json/),
  });
  remove();
});

test("standard input has an end", async () => {
  const chunk = Buffer.alloc(16 * 1024 * 1024, " ");
  const endless = Readable.from(
    (function* () {
      for (;;) yield chunk;
    })(),
  );
  await expect(inputText("-", { cwd: "/", stdin: endless })).rejects.toMatchObject({
    name: "Misuse",
    message: `the standard input has more than ${MAXIMUM_BYTES} bytes.`,
  });
});

test("a file that is not there is a misuse", async () => {
  await expect(inputText("none.json", { cwd: "/", stdin: Readable.from([]) })).rejects.toMatchObject({
    name: "Misuse",
    message: "none.json: there is no such file.",
  });
});
