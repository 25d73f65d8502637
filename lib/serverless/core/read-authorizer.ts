import { AuthorizerModel } from "./caching-model";
import { intrinsicOf } from "./source-node";
import { ReadValue, ValueReader } from "./value-reader";

const ALLOWED = "aws_iam, the name or ARN of an authorizer, or an object with name, arn, or type and authorizerId";

/** Reads as much of an `authorizer` as tells one from another, and which scopes it wants. */
export function readAuthorizer(reader: ValueReader, value: ReadValue | undefined): AuthorizerModel | undefined {
  if (value === undefined) return undefined;
  if (value.node.kind !== "map" || intrinsicOf(value.node) !== undefined) {
    const name = readName(reader, value);
    return name === undefined ? undefined : { name, scopes: [] };
  }
  return readObject(reader, value);
}

function readObject(reader: ValueReader, value: ReadValue): AuthorizerModel | undefined {
  const type = reader.literalText(reader.get(value, "type"))?.toUpperCase();
  if (type === "AWS_IAM") return { name: "AWS_IAM", scopes: [] };
  const scopes = reader
    .list(reader.get(value, "scopes"))
    .flatMap((scope) => reader.literalText(scope, "a scope") ?? []);
  const named = reader.get(value, "name") ?? reader.get(value, "arn") ?? reader.get(value, "authorizerId");
  const name = named === undefined ? reader.wrong(value, ALLOWED) : readName(reader, named);
  return name === undefined ? undefined : { name, scopes };
}

/** A name as it is; of an ARN what comes last; of a resource its logical id. */
function readName(reader: ValueReader, value: ReadValue): string | undefined {
  const text = reader.text(value, ALLOWED);
  if (text === undefined) return undefined;
  if (typeof text === "object") return /^!(?:Ref|GetAtt) (\w+)/.exec(text.original)?.[1] ?? text.original;
  if (text.trim() === "") return reader.wrong(value, ALLOWED);
  return text.toUpperCase() === "AWS_IAM" ? "AWS_IAM" : text.replace(/^arn:.*[:/]/s, "");
}
