import { readCertificate } from "../../../lib/domain/core/certificate-facts";
import { checkValidity } from "../../../lib/domain/core/check-validity";
import { rootExpired } from "../../../lib/rules/certificate/root-expired";
import { certificate } from "../../support/certificates";

const facts = readCertificate(certificate({ validFrom: "2026-01-01", validTo: "2026-12-31" }).pem)!;
const at = (now: string) => checkValidity("certificatePem", facts, new Date(now));

test.each<[string, string | undefined]>([
  ["2025-12-31T23:59:59Z", "certificate/not-yet-valid"],
  ["2026-01-01T00:00:00Z", undefined],
  ["2026-12-01T00:00:00Z", undefined],
  ["2026-12-01T00:00:01Z", "certificate/expires-soon"],
  ["2026-12-31T00:00:00Z", "certificate/expires-soon"],
  ["2026-12-31T00:00:01Z", "certificate/expired"],
])("at %s: %s", (now, rule) => {
  expect(at(now).map((finding) => finding.rule)).toEqual(rule === undefined ? [] : [rule]);
});

test("the day is told, and the time is not", () => {
  expect(at("2025-06-01")[0]?.found).toBe("a certificate of CN=test that is valid from 2026-01-01");
  expect(at("2026-12-24")[0]?.found).toBe("a certificate of CN=test that is valid until 2026-12-31");
  expect(at("2027-06-01")[0]?.found).toBe("a certificate of CN=test that was valid until 2026-12-31");
});

test("what is said of one that has expired can be another rule", () => {
  const said = checkValidity("root", facts, new Date("2027-01-01"), (property, _subject, on) =>
    rootExpired(property, on),
  );
  expect(said.map(({ rule, property, found }) => [rule, property, found])).toEqual([
    ["certificate/root-expired", "root", "a root that was valid until 2026-12-31"],
  ]);
});
