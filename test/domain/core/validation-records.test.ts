import { validationRecords } from "../../../lib/domain/core/validation-records";

test.each<[string[], [string, string][]]>([
  [["api.example.com"], [["api.example.com", "api.example.com"]]],
  [["example.com", "*.example.com"], [["example.com", "example.com"]]],
  [["*.example.com", "example.com"], [["example.com", "*.example.com"]]],
  [["*.example.com"], [["example.com", "*.example.com"]]],
  [
    ["a.example.com", "*.b.example.com", "b.example.com", "*.a.example.com"],
    [
      ["a.example.com", "a.example.com"],
      ["b.example.com", "*.b.example.com"],
    ],
  ],
  [[], []],
])("%j need the records of %j", (hostnames, expected) => {
  expect(validationRecords(hostnames).map(({ hostname, domainName }) => [hostname, domainName])).toEqual(expected);
});
