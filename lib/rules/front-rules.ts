import { Rule } from "./rule";
import { certificateGivenRule } from "./front/certificate-given";
import { duplicateHostRule } from "./front/duplicate-host";
import { edgeKeyIgnoresGatewayKeyRule } from "./front/edge-key-ignores-gateway-key";
import { overrideSkipsAuthorizerRule } from "./front/override-skips-authorizer";

/** Every rule of `front/`. */
export const FRONT_RULES: readonly Rule[] = [
  certificateGivenRule,
  duplicateHostRule,
  edgeKeyIgnoresGatewayKeyRule,
  overrideSkipsAuthorizerRule,
];
