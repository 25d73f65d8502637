import { ListNode, MapNode, ScalarNode, SourceNode, SourcePlace } from "./source-node";

/** The short forms of CloudFormation's functions, and what each is called in the long form. */
const TAGS: { readonly [tag: string]: string } = {
  "!Ref": "Ref",
  "!Condition": "Condition",
  ...Object.fromEntries(
    [
      "And",
      "Base64",
      "Cidr",
      "Equals",
      "FindInMap",
      "ForEach",
      "GetAtt",
      "GetAZs",
      "If",
      "ImportValue",
      "Join",
      "Length",
      "Not",
      "Or",
      "Select",
      "Split",
      "Sub",
      "ToJsonString",
      "Transform",
    ].map((name) => [`!${name}`, `Fn::${name}`]),
  ),
};

/** What a tagged value means in the long form; undefined for a tag that is none of CloudFormation's. */
export function longForm(tag: string, value: SourceNode): MapNode | undefined {
  const name = Object.prototype.hasOwnProperty.call(TAGS, tag) ? TAGS[tag] : undefined;
  return name === undefined ? undefined : intrinsic(value.at, name, value);
}

/** An intrinsic function; `GetAtt` has its resource and attribute apart, however it is written. */
export function intrinsic(at: SourcePlace, name: string, argument: SourceNode): MapNode {
  const value = name === "Fn::GetAtt" ? splitAttribute(argument) : argument;
  return { kind: "map", at, entries: new Map([[name, { keyAt: at, value }]]) };
}

function splitAttribute(argument: SourceNode): SourceNode {
  if (argument.kind !== "scalar" || typeof argument.value !== "string") return argument;
  const [, resource, attribute] = /^([^.]+)\.(.+)$/s.exec(argument.value) ?? [];
  if (resource === undefined || attribute === undefined) return argument;
  const part = (value: string): ScalarNode => ({ kind: "scalar", at: argument.at, value });
  const list: ListNode = { kind: "list", at: argument.at, items: [part(resource), part(attribute)] };
  return list;
}
