import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { Severity } from "../../rules/finding";
import { RuleDescription } from "../../rules/rule";
import { CheckReport, helpUri, LocatedFinding, messageWithoutId, ordered } from "./check-report";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const HOME = "https://github.com/cdktf-api-caching/cdktf-api-caching";

/**
 * The findings as SARIF 2.1.0, which code scanning shows beside the code.
 *
 * @param rules the whole catalogue; those with findings are described
 */
export function sarifFormat(report: CheckReport, rules: readonly RuleDescription[]): string {
  const findings = ordered(report.findings);
  const ids = [...new Set(findings.map(({ finding }) => finding.rule))].sort();
  // Without lines, so that a finding stays the same one wherever its lines move to.
  const prints = fingerprints(findings);
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cdktf-api-caching",
            semanticVersion: report.version,
            informationUri: HOME,
            rules: ids.map((id) => descriptor(id, rules)),
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: report.files.map((file) => ({ location: artifact(file) })),
        results: findings.map((located, index) => result(located, ids, prints[index]!)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(id: string, rules: readonly RuleDescription[]): object {
  const rule = rules.find((candidate) => candidate.id === id);
  const address = { id, helpUri: helpUri(id) };
  if (rule === undefined) return address;
  const source = /^https:/.test(rule.source) ? `\n\n[Source](${rule.source})` : "";
  return {
    ...address,
    shortDescription: { text: sentence(rule.cause) },
    fullDescription: { text: rule.explanation },
    help: { text: rule.explanation, markdown: `${rule.explanation}${source}\n\n[More](${helpUri(id)})` },
    defaultConfiguration: { level: levelOf(rule.severity) },
  };
}

function result(located: LocatedFinding, ids: readonly string[], fingerprint: string): object {
  const { finding, file, address, line = 1 } = located;
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levelOf(finding.severity),
    message: { text: messageWithoutId(finding) },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(file), region: { startLine: line } },
        ...(address === undefined
          ? {}
          : { logicalLocations: [{ name: address, fullyQualifiedName: address, kind: "resource" }] }),
      },
    ],
    partialFingerprints: { "ruleAndPlace/v1": fingerprint },
  };
}

function levelOf(severity: Severity): string {
  return severity === Severity.ERROR ? "error" : "warning";
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** A path below the root of the repository stays relative, so that it means the same on every machine. */
function artifact(file: string): object {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const uri = file.replace(/^\.\//, "").split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}

/** A fingerprint for each finding; those that say the same of the same place are counted. */
function fingerprints(findings: readonly LocatedFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ finding, file, address = "" }) => {
    const place = JSON.stringify([finding.rule, file, address, finding.property]);
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return createHash("sha256").update(`${place}${before}`).digest("hex").slice(0, 32);
  });
}
