import { startStubProviders, type StubCloudflare, type StubProvidersOptions } from "../stub-providers";
import { type Emulator, type EmulatorOptions, startEmulator } from "./emulator";

/** An emulated AWS and an emulated Cloudflare, where ACM finds the DNS records that Cloudflare serves. */
export interface Clouds {
  readonly emulator: Emulator;
  readonly cloudflare: StubCloudflare;
  /** What Terraform needs to talk to the Cloudflare and the tls provider. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface CloudsOptions extends EmulatorOptions {
  /** The ids of the zones of the Cloudflare account. @default every zone, with an id made of its name */
  readonly zones?: StubProvidersOptions["zones"];
}

export async function startClouds({ zones, ...options }: CloudsOptions = {}): Promise<Clouds> {
  const emulator = await startEmulator(options);
  let published = emulator.publishDns({});
  const publish = (records: Readonly<Record<string, string>>): void => {
    // That one is not told does not keep the later ones, which have all of them.
    published = published.catch(() => undefined).then(() => emulator.publishDns(records));
  };
  const { cloudflare, environment, stop } = await startStubProviders({ zones, onDnsChange: publish });
  return {
    emulator,
    cloudflare,
    environment,
    stop: async () => {
      stop();
      await published;
      await emulator.stop();
    },
  };
}
