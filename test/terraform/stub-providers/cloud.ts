import { createHash } from "node:crypto";
import { domainToASCII } from "node:url";
import { known, type Values } from "./values";

/** A change that Cloudflare was asked for. */
export interface CloudflareEvent {
  readonly sequence: number;
  /** In seconds of a monotonic clock, on Linux the one by which the AWS emulator logs its requests. */
  readonly time: number;
  /** `leave` is a deletion that the provider does not pass on: the object stays as it is. */
  readonly operation: "create" | "update" | "delete" | "leave";
  readonly type: string;
  readonly id: string;
}

/** Everything that Cloudflare holds, by the type of the resource that stands for it. */
export interface CloudflareDump {
  readonly [type: string]: readonly Values[];
}

/** A Cloudflare account in memory. */
export class Cloud {
  private readonly objects = new Map<string, Map<string, Values>>();
  private readonly zoneNames = new Map<string, string>();
  private events: CloudflareEvent[] = [];
  private ids = 0;

  /**
   * @param zones the ids of the account's zones by their names; without them the account has every zone
   * @param onChange hears the type of whatever changes
   */
  constructor(
    private readonly zones?: Readonly<Record<string, string>>,
    private readonly onChange: (type: string) => void = () => undefined,
  ) {
    for (const [name, id] of Object.entries(zones ?? {})) this.zoneNames.set(id, name);
  }

  /** An id of the form that Cloudflare gives. */
  newId(): string {
    return digest(`object ${++this.ids}`);
  }

  zoneId(name: string): string | undefined {
    const id = this.zones === undefined ? digest(`zone ${name}`) : this.zones[name];
    if (id !== undefined) this.zoneNames.set(id, name);
    return id;
  }

  /** A host name as the API spells it: whole, in lower case, as Punycode, without the last dot. */
  hostname(name: string, zoneId: string): string {
    const ascii = domainToASCII(name.replace(/\.$/, "")) || name.toLowerCase();
    const zone = this.zoneNames.get(zoneId);
    if (zone === undefined || ascii === zone || ascii.endsWith(`.${zone}`)) return ascii;
    return ascii === "@" ? zone : `${ascii}.${zone}`;
  }

  add(type: string, id: string, values: Values): Values {
    return this.keep("create", type, id, values);
  }

  change(type: string, id: string, values: Values): Values {
    return this.keep("update", type, id, { ...this.get(type, id), ...values });
  }

  remove(type: string, id: string): void {
    this.objects.get(type)?.delete(id);
    this.log("delete", type, id);
  }

  /** Takes note of a deletion that changes nothing. */
  leave(type: string, id: string): void {
    this.log("leave", type, id);
  }

  /** Deletes in name only: the object stays, with these values. */
  retire(type: string, id: string, values: Values): void {
    this.objects.get(type)?.set(id, { ...this.get(type, id), ...values });
    this.log("delete", type, id);
  }

  get(type: string, id: string): Values | undefined {
    return this.objects.get(type)?.get(id);
  }

  all(type: string): Values[] {
    return [...(this.objects.get(type)?.values() ?? [])];
  }

  dump(): CloudflareDump {
    const types = [...this.objects.keys()].filter((type) => this.all(type).length > 0).sort();
    return Object.fromEntries(
      types.map((type) => [type, this.all(type).map((values) => withoutNulls(values) as Values)]),
    );
  }

  loggedEvents(): CloudflareEvent[] {
    return [...this.events];
  }

  clearEvents(): void {
    this.events = [];
  }

  private keep(operation: "create" | "update", type: string, id: string, values: Values): Values {
    const kept = known({ ...values, id }) as Values;
    if (!this.objects.has(type)) this.objects.set(type, new Map());
    this.objects.get(type)!.set(id, kept);
    this.log(operation, type, id);
    return kept;
  }

  private log(operation: CloudflareEvent["operation"], type: string, id: string): void {
    const time = Number(process.hrtime.bigint()) / 1e9;
    this.events.push({ sequence: this.events.length + 1, time, operation, type, id });
    this.onChange(type);
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(given.map(([name, member]) => [name, withoutNulls(member)]));
}
