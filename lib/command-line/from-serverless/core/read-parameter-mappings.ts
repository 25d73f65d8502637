import { PARAMETER_PLACES } from "../../../serverless/core/read-request-parameters";
import { Known, ReadValue, ValueReader } from "../../../serverless/core/value-reader";

/** A parameter of the backend's request. */
export interface ParameterMapping {
  /** `integration.request.header.X-Kind` */
  readonly name: string;
  /** What it is mapped from: the request's own parameter, or what `mappedValue` says. */
  readonly source: Known<string>;
  /** Where `mappedValue` is written; undefined where it is not. */
  readonly mappedAt: string | undefined;
}

/** Reads what the parameters that `request.parameters` declares become for the backend. */
export function readParameterMappings(reader: ValueReader, request: ReadValue | undefined): ParameterMapping[] {
  const parameters = reader.map(reader.get(request, "parameters"));
  return Object.entries(PARAMETER_PLACES).flatMap(([key, place]) => {
    const declared = reader.map(reader.get(parameters, key));
    if (declared === undefined) return [];
    return reader.keys(declared).map(({ name }) => {
      const mapped = reader.get(reader.get(declared, name), "mappedValue");
      const text = reader.text(mapped, "what the parameter is mapped from, such as 'text' or context.stage");
      const source = text === undefined || text === "" ? `method.request.${place}.${name}` : text;
      return { name: `integration.request.${place}.${name}`, source, mappedAt: mapped && reader.property(mapped) };
    });
  });
}
