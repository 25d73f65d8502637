import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { noteTargetCertificate, targetCertificate } from "../../lib/stack/target-certificates";

const app = Testing.app();
const [one, other] = ["one", "other"].map((id) => new TerraformStack(app, id)) as [TerraformStack, TerraformStack];

function target(scope: Construct, id: string): string {
  const configuration = { certificateArn: "arn:x", endpointType: "REGIONAL", securityPolicy: "TLS_1_2" };
  const domain = new Apigatewayv2DomainName(scope, id, { domainName: id, domainNameConfiguration: configuration });
  return domain.domainNameConfiguration.targetDomainName;
}

test("the certificate of a target is known in its stack, by any token of it", () => {
  const given = target(one, "a.example.com");
  noteTargetCertificate(one, given, "origin-ca");
  expect(targetCertificate(new Construct(one, "below"), given)).toBe("origin-ca");
  expect(targetCertificate(other, given)).toBeUndefined();
});

test("of another target, or without a source, nothing is known", () => {
  const given = target(one, "b.example.com");
  noteTargetCertificate(one, given, undefined);
  expect(targetCertificate(one, given)).toBeUndefined();
  expect(targetCertificate(one, "d-1.example.net")).toBeUndefined();
});
