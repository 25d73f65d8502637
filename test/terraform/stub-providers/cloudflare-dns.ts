import { type Cloud } from "./cloud";
import { type StubResource } from "./provider";
import { type Values } from "./values";

const TYPE = "cloudflare_dns_record";
const EXCLUSIVE = ["A", "AAAA", "CNAME"];

/** DNS records: the API spells names and contents in its own way, and has one address or alias of a name. */
export function dnsRecords(cloud: Cloud): StubResource {
  return {
    replacedBy: ["type", "zone_id"],
    defaults: { proxied: false },
    kept: ["id", "created_on", "proxiable"],
    // Provider 5.14 takes a name that begins the one in the state for the same name.
    plan: (proposed, prior) =>
      prior !== null && String(prior["name"]).startsWith(`${String(proposed["name"])}.`)
        ? { ...proposed, name: prior["name"] }
        : proposed,
    create: (planned) => {
      const record = spelled(cloud, planned);
      refuseSecond(cloud, record);
      return computedOf(cloud.add(TYPE, cloud.newId(), record));
    },
    read: ({ id }) => cloud.get(TYPE, id as string) ?? null,
    update: (planned, { id }) => computedOf(cloud.change(TYPE, id as string, spelled(cloud, planned))),
    delete: ({ id }) => cloud.remove(TYPE, id as string),
    import: (id) => {
      const [zoneId, recordId] = id.split("/");
      return { zone_id: zoneId, id: recordId };
    },
  };
}

function spelled(cloud: Cloud, planned: Values): Values {
  const { name, content, zone_id: zoneId, type } = planned;
  return {
    ...planned,
    name: cloud.hostname(name as string, zoneId as string),
    content: type === "CNAME" ? String(content).replace(/\.$/, "") : content,
    proxiable: EXCLUSIVE.includes(type as string),
    created_on: "2026-01-01T00:00:00Z",
    modified_on: "2026-01-01T00:00:00Z",
  };
}

function refuseSecond(cloud: Cloud, record: Values): void {
  const isExclusive = (one: Values): boolean => EXCLUSIVE.includes(one["type"] as string);
  const isSame = (one: Values): boolean => one["name"] === record["name"] && one["zone_id"] === record["zone_id"];
  if (isExclusive(record) && cloud.all(TYPE).some((one) => isSame(one) && isExclusive(one))) {
    throw new Error("An A, AAAA, or CNAME record with that host already exists. (81053)");
  }
}

function computedOf({ id, proxiable, created_on, modified_on }: Values): Values {
  return { id, proxiable, created_on, modified_on };
}
