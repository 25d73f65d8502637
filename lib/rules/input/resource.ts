import { httpApiCannotCache } from "../gateway/http-api-cannot-cache";
import { OptionType, isRecord } from "./shape";
import { wrongType } from "./wrong-type";

/** A resource of a Terraform type, told apart by the type's name because a project may hold several copies of a class. */
export function resource(type: string): OptionType {
  const description = `a resource of type ${type}`;
  return {
    description,
    required: false,
    literal: true,
    check: (value, property) => {
      const found = isRecord(value) ? value.terraformResourceType : undefined;
      if (found === type) return [];
      const isHttpApi = typeof found === "string" && found.startsWith("aws_apigatewayv2_");
      if (isHttpApi) return httpApiCannotCache(property, found);
      return [wrongType(property, found ?? typeof value, description)];
    },
  };
}
