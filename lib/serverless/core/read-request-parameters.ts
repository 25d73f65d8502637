import { ReadValue, ValueReader } from "./value-reader";

const REQUEST_KEYS = ["contentHandling", "method", "parameters", "passThrough", "schema", "schemas", "template", "uri"];

/** What the framework calls the places of a parameter, and API Gateway does. */
export const PARAMETER_PLACES: { readonly [place: string]: string } = {
  querystrings: "querystring",
  paths: "path",
  headers: "header",
};

/** Reads `request.parameters` of an http event, as `method.request.path.id` and whether it is required. */
export function readRequestParameters(
  reader: ValueReader,
  event: ReadValue,
): { readonly [name: string]: boolean } | undefined {
  const request = reader.map(reader.get(event, "request"));
  if (request === undefined) return undefined;
  reader.checkKeys(request, REQUEST_KEYS);
  const parameters = reader.map(reader.get(request, "parameters"));
  if (parameters === undefined) return undefined;
  reader.checkKeys(parameters, Object.keys(PARAMETER_PLACES));
  const declared = Object.entries(PARAMETER_PLACES).flatMap(([key, place]) => {
    const names = reader.map(reader.get(parameters, key));
    if (names === undefined) return [];
    return reader.keys(names).map(({ name }) => {
      const isRequired = readRequired(reader, reader.get(names, name));
      return [`method.request.${place}.${name}`, isRequired] as const;
    });
  });
  return declared.length === 0 ? undefined : Object.fromEntries(declared);
}

/** `true`, `false`, or an object, which is required unless it says otherwise. */
function readRequired(reader: ValueReader, value: ReadValue | undefined): boolean {
  if (value?.node.kind !== "map") return reader.literalFlag(value) ?? false;
  const map = reader.map(value, "true, false or an object with required and mappedValue");
  if (map === undefined) return false;
  reader.checkKeys(map, ["required", "mappedValue"]);
  return reader.literalFlag(reader.get(map, "required")) ?? true;
}
