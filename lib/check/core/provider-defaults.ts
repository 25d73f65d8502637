import { Attributes } from "./plain-configuration";
import { isRecord } from "../../rules/input/shape";

/** What the provider writes into a block of a plan where the configuration says nothing, by resource and block. */
const DEFAULTS: { readonly [type: string]: { readonly [block: string]: Attributes } } = {
  aws_api_gateway_method_settings: { settings: { throttling_burst_limit: -1, throttling_rate_limit: -1 } },
};

/**
 * The arguments without what only the provider says. A block that the configuration makes dynamically has no
 * expressions, and stays as it is: what it says cannot be told.
 */
export function withoutProviderDefaults(type: string, attributes: Attributes, expressions: Attributes): Attributes {
  const blocks = Object.prototype.hasOwnProperty.call(DEFAULTS, type) ? DEFAULTS[type]! : {};
  const changed = Object.entries(blocks).map(([name, defaults]) => {
    const [one, written] = [attributes[name], expressions[name]].map((list) => (Array.isArray(list) ? list : [])) as [
      unknown[],
      unknown[],
    ];
    return [name, one.map((block, index) => withoutDefaults(block, written[index], defaults))] as const;
  });
  return { ...attributes, ...Object.fromEntries(changed.filter(([name]) => attributes[name] !== undefined)) };
}

function withoutDefaults(block: unknown, written: unknown, defaults: Attributes): unknown {
  if (!isRecord(block) || !isRecord(written)) return block;
  const isDefault = (name: string, value: unknown) => defaults[name] === value && !(name in written);
  return Object.fromEntries(Object.entries(block).filter(([name, value]) => !isDefault(name, value)));
}
