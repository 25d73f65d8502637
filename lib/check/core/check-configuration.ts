import { Finding } from "../../rules/finding";
import { checkCertificates } from "./domain/check-certificates";
import { checkDomains } from "./domain/check-domains";
import { checkEndpoints } from "./domain/check-endpoints";
import { checkEdge, protectedHosts } from "./edge/check-edge";
import { cachesSomething, checkGateway } from "./gateway/check-gateway";
import { readApis } from "./gateway/read-apis";
import { deriveResourcePath } from "./gateway/resource-paths";
import { checkKeyVariables, checkWrittenKeys } from "./check-secrets";
import { PlainConfiguration } from "./plain-configuration";
import { References } from "./references";
import { inTerraformWords } from "./terraform-words";

/** A finding, and where it was found. */
export interface ConfigurationFinding {
  readonly file: string;
  /** Of the resource that it is about, if it is about one. */
  readonly address?: string;
  readonly finding: Finding;
}

/**
 * Runs the catalogue over configurations, each of which Terraform applies by itself.
 *
 * @param now the day by which certificates are judged
 */
export function checkConfigurations(configurations: readonly PlainConfiguration[], now: Date): ConfigurationFinding[] {
  const caching = configurations.map(cachesSomething);
  const hosts = configurations.map(protectedHosts);
  return configurations.flatMap((configuration, index) => {
    const isOther = (_: unknown, other: number) => other !== index;
    const mayCacheElsewhere = !configuration.isWhole || caching.filter(isOther).includes(true);
    return checkConfiguration(configuration, mayCacheElsewhere, hosts.filter(isOther).flat(), now);
  });
}

function checkConfiguration(
  configuration: PlainConfiguration,
  mayCacheElsewhere: boolean,
  hosts: readonly string[],
  now: Date,
): ConfigurationFinding[] {
  const references = new References(configuration, deriveResourcePath);
  const { apis } = readApis(configuration, references);
  const found = [
    ...checkGateway(configuration, references, mayCacheElsewhere),
    ...checkDomains(configuration, references, apis),
    ...checkEndpoints(configuration, references, apis),
    ...checkCertificates(configuration, references, now),
    ...checkEdge(configuration, references, hosts),
    ...checkKeyVariables(configuration),
  ].map(({ resource, finding }) => ({ file: resource.file, address: resource.address, finding }));
  return once([...found, ...checkWrittenKeys(configuration)]).map((one) => ({
    ...one,
    finding: inTerraformWords(one.finding),
  }));
}

function once(found: readonly ConfigurationFinding[]): ConfigurationFinding[] {
  const seen = new Set<string>();
  return found.filter(({ file, address, finding }) => {
    const key = JSON.stringify([file, address, finding.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
