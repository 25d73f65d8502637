/** A setting of a stage, as `GetStage` tells it. */
export interface LiveStage {
  readonly deploymentId?: string;
  readonly settings: { readonly [methodPath: string]: { readonly caching: boolean; readonly ttlSeconds?: number } };
}

/** A resource of a REST API, with the verbs of its methods. */
export interface LiveResource {
  readonly id: string;
  readonly path: string;
  readonly methods: { readonly [verb: string]: LiveMethod };
}

export interface LiveMethod {
  readonly hasIntegration: boolean;
  readonly responses: readonly string[];
  readonly integrationResponses: readonly string[];
}

export interface LiveDomain {
  /** The ARNs of its certificates by the attribute of Terraform that has them, the first part of it. */
  readonly certificateArns: readonly string[];
  readonly ownershipCertificateArn?: string;
}

export interface LiveMapping {
  readonly id: string;
  /** Empty for the whole domain. */
  readonly key: string;
}

export interface LiveRoute {
  readonly id: string;
  readonly key: string;
  readonly target?: string;
}

export interface LiveCertificate {
  readonly type: string;
  readonly keyAlgorithm?: string;
  readonly domainName?: string;
  readonly hostnames: readonly string[];
  readonly validationMethod?: string;
}

export interface LivePermission {
  readonly statementId: string;
  readonly action?: string;
  readonly principal?: string;
  readonly sourceArn?: string;
}

export interface LiveRecord {
  readonly id: string;
  readonly type: string;
  readonly content?: string;
}

export interface LiveRuleset {
  readonly id: string;
  readonly phase: string;
  readonly kind: string;
  readonly name: string;
}

export interface LiveRule {
  readonly ref?: string;
  readonly description?: string;
  readonly expression?: string;
}

export interface LivePageRule {
  readonly id: string;
  readonly target: string;
}

/** Something with a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What can be asked of AWS and Cloudflare: the kinds of questions, and what is said to each. */
export interface Answers {
  readonly restApi: { readonly hasPolicy: boolean };
  readonly restResources: readonly LiveResource[];
  readonly restStage: LiveStage;
  readonly restAuthorizers: readonly Named[];
  readonly restValidators: readonly Named[];
  readonly restModels: readonly Named[];
  /** Those that are not API Gateway's own, by type. */
  readonly gatewayResponses: readonly string[];
  readonly httpApi: Named;
  readonly httpStages: readonly string[];
  readonly httpRoutes: readonly LiveRoute[];
  readonly httpIntegrations: readonly string[];
  readonly restDomain: LiveDomain;
  readonly httpDomain: LiveDomain;
  readonly basePathMappings: readonly string[];
  readonly apiMappings: readonly LiveMapping[];
  readonly certificate: LiveCertificate;
  readonly permissions: readonly LivePermission[];
  readonly zone: string;
  readonly dnsRecords: readonly LiveRecord[];
  readonly rulesets: readonly LiveRuleset[];
  readonly ruleset: readonly LiveRule[];
  readonly pageRules: readonly LivePageRule[];
}

export type Kind = keyof Answers;

/** One question. */
export interface Question<K extends Kind = Kind> {
  readonly kind: K;
  /** The region to ask in; undefined where the environment says it, and for Cloudflare. */
  readonly region?: string;
  /** What it is about: ids, names. */
  readonly about: readonly string[];
}

/** What was found; `absent` is certain, `unread` is not known. */
export type Read<T> =
  { readonly state: "found"; readonly value: T } | { readonly state: "absent" } | { readonly state: "unread" };

export const UNREAD = { state: "unread" } as const;
export const ABSENT = { state: "absent" } as const;

/** Something that is there. */
export function found<T>(value: T): Read<T> {
  return { state: "found", value };
}

/** What tells one question from another. */
export function keyOf({ kind, region, about }: Question): string {
  return JSON.stringify([kind, region ?? null, ...about]);
}

/**
 * What is known of the clouds. A question that has no answer yet is remembered, and is answered as not known: who has
 * asked asks again when it is.
 */
export class Inquiry {
  private readonly asked = new Map<string, Question>();

  public constructor(private readonly answers: ReadonlyMap<string, Read<unknown>>) {}

  public ask<K extends Kind>(kind: K, region: string | undefined, ...about: readonly string[]): Read<Answers[K]> {
    const question: Question<K> = { kind, about, ...(region === undefined ? {} : { region }) };
    const key = keyOf(question);
    const answer = this.answers.get(key);
    if (answer === undefined) this.asked.set(key, question);
    return (answer ?? UNREAD) as Read<Answers[K]>;
  }

  /** What has been asked without an answer, once each. */
  public get open(): readonly Question[] {
    return [...this.asked.values()];
  }
}
