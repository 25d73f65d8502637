import { Rule } from "./rule";
import { authorizerDiffersRule } from "./serverless/authorizer-differs";
import { authorizerNotGivenRule } from "./serverless/authorizer-not-given";
import { cacheWithoutSectionRule } from "./serverless/cache-without-section";
import { corsCacheControlRule } from "./serverless/cors-cache-control";
import { corsTogetherRule } from "./serverless/cors-together";
import { enabledNotSetRule } from "./serverless/enabled-not-set";
import { fileNotDataRule } from "./serverless/file-not-data";
import { fileOutsideProjectRule } from "./serverless/file-outside-project";
import { fileUnreadableRule } from "./serverless/file-unreadable";
import { functionTwiceRule } from "./serverless/function-twice";
import { integrationNotGivenRule } from "./serverless/integration-not-given";
import { missingKeyRule } from "./serverless/missing-key";
import { notLiteralRule } from "./serverless/not-literal";
import { outsideBasePathRule } from "./serverless/outside-base-path";
import { ownPreflightRule } from "./serverless/own-preflight";
import { requiredIgnoredRule } from "./serverless/required-ignored";
import { unknownFunctionRule } from "./serverless/unknown-function";
import { unknownKeyRule } from "./serverless/unknown-key";
import { variableCycleRule } from "./serverless/variable-cycle";
import { variableLimitRule } from "./serverless/variable-limit";
import { variableNotFoundRule } from "./serverless/variable-not-found";
import { variableSourceRule } from "./serverless/variable-source";
import { variableSyntaxRule } from "./serverless/variable-syntax";
import { serverlessWrongTypeRule } from "./serverless/wrong-type";
import { yamlSyntaxRule } from "./serverless/yaml-syntax";

/** Every rule of `serverless/`. */
export const SERVERLESS_RULES: readonly Rule[] = [
  authorizerDiffersRule,
  authorizerNotGivenRule,
  cacheWithoutSectionRule,
  corsCacheControlRule,
  corsTogetherRule,
  enabledNotSetRule,
  fileNotDataRule,
  fileOutsideProjectRule,
  fileUnreadableRule,
  functionTwiceRule,
  integrationNotGivenRule,
  missingKeyRule,
  notLiteralRule,
  outsideBasePathRule,
  ownPreflightRule,
  requiredIgnoredRule,
  unknownFunctionRule,
  unknownKeyRule,
  variableCycleRule,
  variableLimitRule,
  variableNotFoundRule,
  variableSourceRule,
  variableSyntaxRule,
  serverlessWrongTypeRule,
  yamlSyntaxRule,
];
