import { ReadValue, ValueReader } from "../../../serverless/core/value-reader";

const RESPONSE = "the answers are the framework's default ones";

const SCHEMAS = "bodies are not validated by API Gateway";

const OPERATION = "give operationName to the endpoint in an app (--typescript)";

const FOR_MAPPED = "the framework ignores it for a proxy integration";

/** Says what an http event has and the new API does not. */
export function noteWhatIsLeft(
  reader: ValueReader,
  event: ReadValue,
  request: ReadValue | undefined,
  integrationType: string,
  notes: string[],
): void {
  const ofProxy = ["template", "passThrough", "contentHandling"].map((key) => [reader.get(request, key), FOR_MAPPED] as const); // prettier-ignore
  const left = [
    [reader.get(event, "response"), RESPONSE] as const,
    [reader.get(request, "schemas") ?? reader.get(request, "schema"), SCHEMAS] as const,
    [reader.get(event, "operationId"), OPERATION] as const,
    ...(integrationType.endsWith("_PROXY") ? ofProxy : []),
  ];
  for (const [value, what] of left) {
    if (value !== undefined) notes.push(`${reader.property(value)} is not carried over: ${what}.`);
  }
}
