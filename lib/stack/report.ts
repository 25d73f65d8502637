import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { Acknowledgements, acknowledge } from "../rules/acknowledgement";
import { ACKNOWLEDGEABLE_IDS } from "../rules/catalogue";
import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";

/** Throws the errors among the findings; what is left and not acknowledged becomes one annotation. */
export function report(scope: Construct, findings: readonly Finding[], acknowledgements: Acknowledgements): void {
  const left = acknowledge(findings, acknowledgements, () => ACKNOWLEDGEABLE_IDS);
  throwOnErrors(left);
  if (left.length > 0) Annotations.of(scope).addWarning(left.map((finding) => finding.message).join("\n"));
}
