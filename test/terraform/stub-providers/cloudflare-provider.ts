import { createPrivateKey, X509Certificate } from "node:crypto";
import { type Cloud } from "./cloud";
import { dnsRecords } from "./cloudflare-dns";
import { originCaCertificates } from "./cloudflare-origin-ca";
import { rulesets } from "./cloudflare-ruleset";
import { type StubProvider, type StubResource } from "./provider";
import { type Values } from "./values";

/** The Cloudflare provider of the version that the bindings are made for, with an account in memory. */
export function cloudflareProvider(cloud: Cloud): StubProvider {
  const one = (type: string, options: Partial<StubResource> = {}) => [type, objects(cloud, type, options)];
  return {
    name: "cloudflare",
    source: "registry.terraform.io/cloudflare/cloudflare",
    resources: {
      cloudflare_dns_record: dnsRecords(cloud),
      cloudflare_origin_ca_certificate: originCaCertificates(cloud),
      cloudflare_ruleset: rulesets(cloud),
      cloudflare_page_rule: pageRules(cloud),
      cloudflare_zone_setting: zoneSettings(cloud),
      cloudflare_authenticated_origin_pulls_certificate: originPullCertificates(cloud),
      ...(Object.fromEntries([
        one("cloudflare_certificate_pack", { replacedBy: ["zone_id", "hosts", "type", "validity_days"] }),
        ...ZONE_SWITCHES.map((type) => [type, zoneSwitches(cloud, type)]),
      ]) as Record<string, StubResource>),
    },
    dataSources: {
      cloudflare_ip_ranges: () => ({ ipv4_cidrs: IPV4_RANGES, ipv6_cidrs: IPV6_RANGES, etag: "stub" }),
      cloudflare_zone: (config) => zone(cloud, config),
    },
  };
}

/** Things that a zone has many of, each with an id. */
function objects(cloud: Cloud, type: string, options: Partial<StubResource>): StubResource {
  return {
    replacedBy: ["zone_id"],
    create: (planned) => ({ id: cloud.add(type, cloud.newId(), planned)["id"] }),
    read: ({ id }) => cloud.get(type, id as string) ?? null,
    update: (planned, { id }) => {
      cloud.change(type, id as string, planned);
      return {};
    },
    delete: ({ id }) => cloud.remove(type, id as string),
    import: (id) => {
      const [zoneId, objectId] = id.split("/");
      return { zone_id: zoneId, id: objectId };
    },
    ...options,
  };
}

/** Page rules: what is read back says nothing about the target or the actions. */
function pageRules(cloud: Cloud): StubResource {
  const type = "cloudflare_page_rule";
  return objects(cloud, type, {
    defaults: { priority: 1, status: "disabled" },
    read: ({ id }) => (cloud.get(type, id as string) === undefined ? null : {}),
  });
}

/** Settings of a zone: there is always one, so creating it overwrites, and destroying it changes nothing. */
function zoneSettings(cloud: Cloud): StubResource {
  const type = "cloudflare_zone_setting";
  const keyOf = ({ zone_id: zoneId, setting_id: id }: Values): string => `${String(zoneId)}/${String(id)}`;
  return {
    replacedBy: ["setting_id", "zone_id"],
    create: (planned) => {
      cloud.add(type, keyOf(planned), planned);
      return { id: planned["setting_id"], editable: true };
    },
    read: (state) => {
      const value = cloud.get(type, keyOf(state))?.["value"];
      return value === undefined ? null : { value };
    },
    update: (planned) => {
      cloud.change(type, keyOf(planned), planned);
      return { editable: true };
    },
    delete: (state) => cloud.leave(type, keyOf(state)),
    import: (id) => {
      const [zoneId, settingId] = id.split("/");
      return { zone_id: zoneId, setting_id: settingId, id: settingId };
    },
  };
}

/** What a zone has once, and what exists as long as it is declared. */
const ZONE_SWITCHES = [
  "cloudflare_argo_tiered_caching",
  "cloudflare_authenticated_origin_pulls_settings",
  "cloudflare_regional_tiered_cache",
  "cloudflare_tiered_cache",
  "cloudflare_total_tls",
  "cloudflare_zone_cache_reserve",
];

function zoneSwitches(cloud: Cloud, type: string): StubResource {
  const keyOf = ({ zone_id: zoneId }: Values): string => zoneId as string;
  const create = (planned: Values): Values => {
    if (
      type === "cloudflare_tiered_cache" &&
      cloud.get("cloudflare_argo_tiered_caching", keyOf(planned)) === undefined
    ) {
      throw new Error("Tiered Caching must be on before Smart Tiered Cache can be");
    }
    cloud.add(type, keyOf(planned), planned);
    return { id: planned["zone_id"] };
  };
  return {
    replacedBy: ["zone_id"],
    create,
    read: (state) => {
      const { value, enabled } = cloud.get(type, keyOf(state)) ?? {};
      if (value === undefined && enabled === undefined) return null;
      return value === undefined ? { enabled } : { value };
    },
    update: (planned) => {
      cloud.change(type, keyOf(planned), planned);
      return { id: planned["zone_id"] };
    },
    delete: (state) => cloud.remove(type, keyOf(state)),
    import: (id) => ({ zone_id: id, id }),
  };
}

/** The certificates that Cloudflare shows to the origin. */
function originPullCertificates(cloud: Cloud): StubResource {
  const type = "cloudflare_authenticated_origin_pulls_certificate";
  return objects(cloud, type, {
    replacedBy: ["certificate", "private_key", "zone_id"],
    sensitive: ["private_key"],
    create: (planned) => {
      const certificate = new X509Certificate(planned["certificate"] as string);
      if (!certificate.checkPrivateKey(createPrivateKey(planned["private_key"] as string))) {
        throw new Error("The private key does not match the certificate");
      }
      if (certificate.ca) throw new Error("The certificate must not be that of an authority");
      const { private_key: _secret, ...stored } = planned;
      const { id } = cloud.add(type, cloud.newId(), stored);
      return { id, certificate_id: id, status: "active", issuer: certificate.issuer, enabled: true };
    },
    read: ({ id }) => (cloud.get(type, id as string) === undefined ? null : {}),
  });
}

/** With a filter the id is missing, as it was in older providers; `zone_id` is always there. */
function zone(cloud: Cloud, { filter, zone_id: zoneId }: Values): Values {
  if (zoneId !== null) return { id: zoneId };
  const name = (filter as Values | null)?.["name"] as string | undefined;
  const found = name === undefined ? undefined : cloud.zoneId(name);
  if (found === undefined) throw new Error(`the account has no zone ${name ?? "without a name"}`);
  return { id: null, name, zone_id: found, status: "active", type: "full" };
}

const IPV4_RANGES = [
  "103.21.244.0/22",
  "103.22.200.0/22",
  "103.31.4.0/22",
  "104.16.0.0/13",
  "104.24.0.0/14",
  "108.162.192.0/18",
  "131.0.72.0/22",
  "141.101.64.0/18",
  "162.158.0.0/15",
  "172.64.0.0/13",
  "173.245.48.0/20",
  "188.114.96.0/20",
  "190.93.240.0/20",
  "197.234.240.0/22",
  "198.41.128.0/17",
];
const IPV6_RANGES = [
  "2400:cb00::/32",
  "2405:8100::/32",
  "2405:b500::/32",
  "2606:4700::/32",
  "2803:f800::/32",
  "2a06:98c0::/29",
  "2c0f:f248::/32",
];
