import { type Values } from "./values";

/** A provider that Terraform talks to, with a cloud in this process behind it. */
export interface StubProvider {
  readonly name: "cloudflare" | "tls";
  /** As `registry.terraform.io/namespace/name`. */
  readonly source: string;
  readonly resources: { readonly [type: string]: StubResource };
  readonly dataSources: { readonly [type: string]: (config: Values) => Values };
}

/** How the provider treats one type of resource. What is thrown is what the user reads. */
export interface StubResource {
  /** The attributes whose change needs another resource; every one that can be set, unless they are listed. */
  readonly replacedBy?: readonly string[];
  /** What an attribute becomes in the plan if it is not set. */
  readonly defaults?: Values;
  /** The attributes that Terraform must not print. */
  readonly sensitive?: readonly string[];
  /** Computed attributes that a change leaves as they are. @default id */
  readonly kept?: readonly string[];
  /** Adjusts a plan before it is compared with the prior state, which is null for a new resource. */
  plan?(proposed: Values, prior: Values | null, config: Values): Values;
  /** The computed attributes of the new resource. */
  create(planned: Values): Values;
  /** What the cloud says now; null if it is gone. What is left out stays as it is in the state. */
  read(state: Values): Values | null;
  /** The computed attributes after the change. */
  update?(planned: Values, prior: Values): Values;
  delete(state: Values): void;
  /** The attributes that an import knows from the id alone. */
  import?(id: string): Values;
}
