import { WINDOWS_LINE_ENDS, readPem } from "../../../lib/domain/core/pem";
import { pemShape } from "../../../lib/rules/certificate/pem-shape";

const changeFor = (text: string) => pemShape("certificateFile", readPem(text).problem!)[0]!.change;

test("line ends of Windows are said to come from git, too", () => {
  expect(readPem("-----BEGIN CERTIFICATE-----\r\n").problem).toBe(WINDOWS_LINE_ENDS);
  expect(changeFor("-----BEGIN CERTIFICATE-----\r\n")).toMatch(/LF.*core\.autocrlf.*\.gitattributes/);
});

test("another shape is not", () => {
  expect(changeFor("MIIB")).toBe("Take the text from the file as it was issued.");
});
