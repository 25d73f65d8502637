import { Rule } from "./rule";
import { authorizerNotGivenRule } from "./serverless/authorizer-not-given";
import { enabledNotSetRule } from "./serverless/enabled-not-set";
import { fileNotDataRule } from "./serverless/file-not-data";
import { fileOutsideProjectRule } from "./serverless/file-outside-project";
import { fileUnreadableRule } from "./serverless/file-unreadable";
import { integrationNotGivenRule } from "./serverless/integration-not-given";
import { missingKeyRule } from "./serverless/missing-key";
import { notLiteralRule } from "./serverless/not-literal";
import { outsideBasePathRule } from "./serverless/outside-base-path";
import { requiredIgnoredRule } from "./serverless/required-ignored";
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
  authorizerNotGivenRule,
  enabledNotSetRule,
  fileNotDataRule,
  fileOutsideProjectRule,
  fileUnreadableRule,
  integrationNotGivenRule,
  missingKeyRule,
  notLiteralRule,
  outsideBasePathRule,
  requiredIgnoredRule,
  unknownKeyRule,
  variableCycleRule,
  variableLimitRule,
  variableNotFoundRule,
  variableSourceRule,
  variableSyntaxRule,
  serverlessWrongTypeRule,
  yamlSyntaxRule,
];
