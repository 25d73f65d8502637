import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { ApiDomain } from "../../lib/domain/api-domain";
import { ApiDomainProps } from "../../lib/domain/api-domain-props";
import { HttpApi } from "../../lib/domain/http-api";
import { CertificateSource, IDomainCertificate } from "../../lib/domain/domain-certificate";

export const REGION = "eu-central-1";

/** A stack with an AWS provider. */
export function awsStack(name = "stack", app: App = Testing.app(), region = REGION): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", { region });
  return stack;
}

/** A certificate that ACM issued for everything below example.com, unless said otherwise. */
export function certificateOf(options: Partial<IDomainCertificate> = {}): IDomainCertificate {
  return {
    certificateArn: `arn:aws:acm:${REGION}:123456789012:certificate/00000000-0000-0000-0000-000000000000`,
    certificateSource: CertificateSource.ISSUED,
    certificateHostnames: ["*.example.com"],
    certificateRegion: REGION,
    ...options,
  };
}

/** The domain `api.example.com`, called `domain`. */
export function apiDomain(stack: TerraformStack, props: Partial<ApiDomainProps>, id = "domain"): ApiDomain {
  return new ApiDomain(stack, id, { domainName: "api.example.com", certificate: certificateOf(), ...props });
}

/** An HTTP API whose function is known by its name only. */
export function httpApi(stack: TerraformStack, id = "cats"): HttpApi {
  return new HttpApi(stack, id, { lambdaFunction: { functionName: id, invokeArn: `arn:aws:apigateway:${id}` } });
}
