import { Rule } from "./rule";
import { arnSyntaxRule } from "./certificate/arn-syntax";
import { caKeyTypeRule } from "./certificate/ca-key-type";
import { chainOrderRule } from "./certificate/chain-order";
import { commonNameLengthRule } from "./certificate/common-name-length";
import { csrAndKeyRule } from "./certificate/csr-and-key";
import { csrKeyTypeRule } from "./certificate/csr-key-type";
import { doesNotCoverHostRule } from "./certificate/does-not-cover-host";
import { encryptedKeyRule } from "./certificate/encrypted-key";
import { expiredRule } from "./certificate/expired";
import { expiresSoonRule } from "./certificate/expires-soon";
import { fileUnreadableRule } from "./certificate/file-unreadable";
import { hostOutsideZoneRule } from "./certificate/host-outside-zone";
import { hostnameCountRule } from "./certificate/hostname-count";
import { hostnameNotLiteralRule } from "./certificate/hostname-not-literal";
import { hostnameSyntaxRule } from "./certificate/hostname-syntax";
import { hostnamesUnsortedRule } from "./certificate/hostnames-unsorted";
import { keyAlgorithmRule } from "./certificate/key-algorithm";
import { keyMismatchRule } from "./certificate/key-mismatch";
import { keyTypeRule } from "./certificate/key-type";
import { leafInChainRule } from "./certificate/leaf-in-chain";
import { notACaRule } from "./certificate/not-a-ca";
import { notYetValidRule } from "./certificate/not-yet-valid";
import { pemContentRule } from "./certificate/pem-content";
import { pemShapeRule } from "./certificate/pem-shape";
import { pemSourceRule } from "./certificate/pem-source";
import { privateKeyInTextRule } from "./certificate/private-key-in-text";
import { rootExpiredRule } from "./certificate/root-expired";
import { validationRecordTwiceRule } from "./certificate/validation-record-twice";
import { validityDaysRule } from "./certificate/validity-days";
import { variableNotSensitiveRule } from "./certificate/variable-not-sensitive";

/** Every rule of `certificate/`. */
export const CERTIFICATE_RULES: readonly Rule[] = [
  arnSyntaxRule,
  caKeyTypeRule,
  chainOrderRule,
  commonNameLengthRule,
  csrAndKeyRule,
  csrKeyTypeRule,
  doesNotCoverHostRule,
  encryptedKeyRule,
  expiredRule,
  expiresSoonRule,
  fileUnreadableRule,
  hostOutsideZoneRule,
  hostnameCountRule,
  hostnameNotLiteralRule,
  hostnameSyntaxRule,
  hostnamesUnsortedRule,
  keyAlgorithmRule,
  keyMismatchRule,
  keyTypeRule,
  leafInChainRule,
  notACaRule,
  notYetValidRule,
  pemContentRule,
  pemShapeRule,
  pemSourceRule,
  privateKeyInTextRule,
  rootExpiredRule,
  validationRecordTwiceRule,
  validityDaysRule,
  variableNotSensitiveRule,
];
