import { Cloud, type CloudflareDump, type CloudflareEvent } from "./cloud";
import { cloudflareProvider } from "./cloudflare-provider";
import { startPlugin } from "./plugin-server";
import { tlsProvider } from "./tls-provider";
import { type Values } from "./values";

export interface StubProvidersOptions {
  /** The ids of the account's zones by their names. @default every zone that is asked for, with an id made of its name */
  readonly zones?: Readonly<Record<string, string>>;
  /** Hears what every unproxied CNAME record resolves to, by name, after each change. */
  readonly onDnsChange?: (records: Readonly<Record<string, string>>) => void;
}

/** The account behind the Cloudflare provider. */
export interface StubCloudflare {
  /** Everything it holds, by type of resource. A revoked certificate stays, with `revoked`. */
  dump(): CloudflareDump;
  /** The changes since the start or the last clear, in their order. */
  events(): CloudflareEvent[];
  clear(): void;
  /** Puts something there that Terraform does not know, or changes it; returns its id. */
  put(type: string, values: Values): string;
  /** Takes something away behind Terraform's back. */
  remove(type: string, id: string): void;
}

export interface StubProviders {
  /** Lets a Terraform talk to the providers, which run in this process: start Terraform without blocking it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly cloudflare: StubCloudflare;
  stop(): void;
}

/** Starts stand-ins for the Cloudflare and the tls provider; many can run at the same time. */
export async function startStubProviders(options: StubProvidersOptions = {}): Promise<StubProviders> {
  const cloud = new Cloud(options.zones, (type) => {
    if (type === "cloudflare_dns_record") options.onDnsChange?.(publicAliases(cloud));
  });
  const providers = [cloudflareProvider(cloud), tlsProvider()];
  const plugins = await Promise.all(providers.map(startPlugin));
  const reattach = providers.map(({ source }, index) => [source, plugins[index]!.reattach]);
  return {
    environment: { TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(reattach)) },
    cloudflare: {
      dump: () => cloud.dump(),
      events: () => cloud.loggedEvents(),
      clear: () => cloud.clearEvents(),
      put: (type, values) => {
        const id = (values["id"] as string | undefined) ?? cloud.newId();
        if (cloud.get(type, id) === undefined) cloud.add(type, id, values);
        else cloud.change(type, id, values);
        return id;
      },
      remove: (type, id) => cloud.remove(type, id),
    },
    stop: () => plugins.forEach((plugin) => plugin.stop()),
  };
}

/** A proxied record resolves to Cloudflare, not to its content. */
function publicAliases(cloud: Cloud): Record<string, string> {
  const aliases = cloud
    .all("cloudflare_dns_record")
    .filter(({ type, proxied }) => type === "CNAME" && proxied !== true);
  return Object.fromEntries(aliases.map(({ name, content }) => [name, content])) as Record<string, string>;
}
