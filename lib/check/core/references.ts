import { LocalValues } from "./local-values";
import { CheckedResource, PlainConfiguration } from "./plain-configuration";
import { TemplatePart, templateParts } from "./template-text";
import { isIncomparable, isUnknown } from "./unknown";

/** An attribute that an expression names. */
export interface Target {
  readonly resource: CheckedResource;
  /** `id`, `domain_name_configuration[0].target_domain_name`, or nothing. */
  readonly attribute: string;
}

const INDEX = String.raw`\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]`;
const REFERENCE = String.raw`[A-Za-z_][\w-]*(?:\.[\w*-]+|${INDEX})+`;
const ONE_REFERENCE = new RegExp(String.raw`^\$\{\s*(${REFERENCE})\s*\}$`);
const BARE_REFERENCE = new RegExp(`^${REFERENCE}$`);
const CALL = new RegExp(String.raw`^(\w+)\(\s*(${REFERENCE})\s*((?:,\s*"(?:[^"\\]|\\.)*"\s*)*)\)$`);

/** Ids that are the same as another attribute, which is known sooner. */
const SAME_AS_ID: { readonly [type: string]: string } = {
  aws_api_gateway_domain_name: "domain_name",
  aws_apigatewayv2_domain_name: "domain_name",
  cloudflare_zone: "zone_id",
};

const MOST_STEPS = 50;

/** What an attribute is that no configuration says, such as the whole path of a resource. */
export type Derive = (target: Target, references: References) => string | undefined;

/** Follows expressions to what they stand for, as far as it is written down. */
export class References {
  private readonly byAddress: ReadonlyMap<string, CheckedResource>;
  private readonly locals: LocalValues;
  private readonly indices = new Map<string, ReadonlyMap<string, CheckedResource>>();

  public constructor(
    private readonly configuration: PlainConfiguration,
    private readonly derive: Derive = () => undefined,
  ) {
    this.locals = new LocalValues(configuration.locals);
    this.byAddress = new Map(configuration.resources.map((resource) => [resource.address, resource]));
  }

  /** The attribute that an expression ends at: one that nothing here gives a value. */
  public target(value: unknown): Target | undefined {
    const end = this.resolve(value);
    const expression = typeof end === "string" ? ONE_REFERENCE.exec(end)?.[1] : undefined;
    return expression === undefined ? undefined : this.targetOf(expression);
  }

  /** The resource of a type whose id, or another attribute, a value is. */
  public resource(type: string, attribute: string, value: unknown): CheckedResource | undefined {
    const wanted = this.identity(value);
    return wanted === undefined ? undefined : this.indexOf(type, attribute).get(wanted);
  }

  private indexOf(type: string, attribute: string): ReadonlyMap<string, CheckedResource> {
    const name = `${type}.${attribute}`;
    const known = this.indices.get(name);
    if (known !== undefined) return known;
    const index = new Map<string, CheckedResource>();
    for (const resource of this.configuration.resources) {
      const identity = resource.type === type ? this.identity(`\${${resource.address}.${attribute}}`) : undefined;
      if (identity !== undefined) index.set(identity, resource);
    }
    this.indices.set(name, index);
    return index;
  }

  /** What an expression stands for: a value, or the expression that it ends at. */
  public resolve(value: unknown): unknown {
    let current = value;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const expression = typeof current === "string" ? ONE_REFERENCE.exec(current)?.[1] : undefined;
      const next = expression === undefined ? undefined : this.valueOf(expression);
      if (next === undefined || next === null || next === current) return current;
      current = next;
    }
    return current;
  }

  /** What tells one value from another, also if it is not known; undefined where nothing does. */
  public identity(value: unknown): string | undefined {
    const end = this.resolve(value);
    if (typeof end === "number") return String(end);
    return typeof end === "string" && !isIncomparable(end) ? end : undefined;
  }

  /** The text that a template comes to, if all of its parts are written down. */
  public text(value: unknown, step = 0): string | undefined {
    const end = this.resolve(value);
    if (typeof end === "number") return String(end);
    if (typeof end !== "string" || !isUnknown(end)) return typeof end === "string" ? end : undefined;
    const parts = step === MOST_STEPS ? undefined : templateParts(end)?.map((part) => this.partText(part, end, step));
    return parts === undefined || parts.includes(undefined) ? undefined : parts.join("");
  }

  private partText({ text, expression }: TemplatePart, whole: string, step: number): string | undefined {
    if (expression === undefined) return text;
    if (BARE_REFERENCE.test(expression)) {
      return `\${${expression}}` === whole ? undefined : this.text(`\${${expression}}`, step + 1);
    }
    const [, name = "", argument, rest = ""] = CALL.exec(expression) ?? [];
    if (argument === undefined || !Object.prototype.hasOwnProperty.call(FUNCTIONS, name)) return undefined;
    const given = this.partText({ expression: argument }, whole, step);
    const others = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, other]) => other!);
    return given === undefined ? undefined : FUNCTIONS[name]!(given, others);
  }

  private valueOf(expression: string): unknown {
    if (expression.startsWith("local.")) return this.locals.get(expression);
    const target = this.targetOf(expression);
    if (target === undefined) return undefined;
    const { resource, attribute } = target;
    const found = read(resource.attributes, attribute);
    if (found !== undefined && found !== null) return found;
    const same = attribute === "id" ? SAME_AS_ID[resource.type] : undefined;
    if (same !== undefined) return `\${${resource.address}.${same}}`;
    return this.derive(target, this);
  }

  private targetOf(expression: string): Target | undefined {
    for (let end = expression.length; end > 0; end -= 1) {
      if (end < expression.length && !".[".includes(expression[end]!)) continue;
      const resource = this.byAddress.get(expression.slice(0, end));
      if (resource !== undefined) return { resource, attribute: expression.slice(end).replace(/^\./, "") };
    }
    return undefined;
  }
}

const FUNCTIONS: { readonly [name: string]: (text: string, others: readonly string[]) => string | undefined } = {
  trimprefix: (text, [prefix = ""]) => (text.startsWith(prefix) ? text.slice(prefix.length) : text),
  trim: (text, [characters = ""]) => (characters === "/" ? text.replace(/^\/+|\/+$/g, "") : undefined),
  replace: (text, [old = "", by = ""]) => (/^\/.+\/$/.test(old) ? undefined : text.split(old).join(by)),
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
};

/** The value at `domain_name_configuration[0].certificate_arn`. */
function read(attributes: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps.reduce<unknown>((part, step) => {
    if (typeof part !== "object" || part === null) return undefined;
    // A block that there is one of may stand without its list.
    if (step === "0" && !Array.isArray(part)) return part;
    return Object.prototype.hasOwnProperty.call(part, step) ? (part as { [name: string]: unknown })[step] : undefined;
  }, attributes);
}
