import {
  OptionType,
  Shape,
  anyObject,
  checkShape,
  flag,
  isRecord,
  listOf,
  literal,
  mapOf,
  required,
  text,
} from "../rules/input/shape";
import { ILambdaTarget } from "../gateway/rest-integration";
import { HttpApiProps } from "./http-api-props";

const LAMBDA_TARGET: Shape<ILambdaTarget> = { invokeArn: required(text), functionName: required(text) };

/** Only the two texts count: a resource of Terraform has many more. */
const lambdaTarget: OptionType = {
  ...anyObject,
  description: "a Lambda function or alias",
  check: (value, property, isUnknown) => {
    if (!isRecord(value)) return anyObject.check(value, property, isUnknown);
    const { invokeArn, functionName } = value;
    return checkShape({ invokeArn, functionName }, LAMBDA_TARGET, property, isUnknown);
  },
};

export const HTTP_API_PROPS: Shape<HttpApiProps> = {
  lambdaFunction: required(lambdaTarget),
  apiName: text,
  description: text,
  corsOrigins: literal(listOf(text)),
  disableExecuteApiEndpoint: flag,
  tags: mapOf(text),
  provider: anyObject,
};
