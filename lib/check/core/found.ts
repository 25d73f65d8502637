import { describeValue } from "../../rules/describe-value";
import { Finding } from "../../rules/finding";
import { CheckedResource } from "./plain-configuration";

/** A finding, and the resource that it is about. */
export interface Found {
  readonly resource: CheckedResource;
  /** Its property is named from the resource on. */
  readonly finding: Finding;
}

/** Where in a resource something is said. */
export interface Place {
  readonly resource: CheckedResource;
  readonly property: string;
}

/** The same findings, of this resource. */
export function foundIn(resource: CheckedResource, findings: readonly Finding[]): Found[] {
  return findings.map((finding) => ({ resource, finding }));
}

/** The finding with another name of its property, in its message, too. */
export function renamed(finding: Finding, property: string): Finding {
  const start = `${finding.rule}: ${finding.property} is `;
  return {
    ...finding,
    property,
    message: finding.message.startsWith(start)
      ? `${finding.rule}: ${property} is ${finding.message.slice(start.length)}`
      : finding.message,
  };
}

/** The finding with another value, in its message, too. */
export function revalued(finding: Finding, found: unknown): Finding {
  const start = `${finding.rule}: ${finding.property} is `;
  const [before, after] = [finding.found, found].map((value) => `${start}${describeValue(value)}: `) as [
    string,
    string,
  ];
  const { message } = finding;
  return {
    ...finding,
    found,
    message: message.startsWith(before) ? `${after}${message.slice(before.length)}` : message,
  };
}

/** The finding with other words for what is allowed, or for what to change. */
export function reworded(finding: Finding, { allowed = finding.allowed, change = finding.change }): Finding {
  const end = `. Allowed: ${finding.allowed}. ${finding.change}`;
  return {
    ...finding,
    allowed,
    change,
    message: finding.message.endsWith(end)
      ? `${finding.message.slice(0, -end.length)}. Allowed: ${allowed}. ${change}`
      : finding.message,
  };
}

/** How another resource is named. */
export function addressOf({ resource, property }: Place): string {
  return `${resource.address}.${property}`;
}
