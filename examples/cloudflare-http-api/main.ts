import { App, LocalBackend, TerraformStack } from "cdktf";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { ApiFront, CloudflareZone, HttpApi } from "cdktf-api-caching";
import { Construct } from "constructs";

/** A Lambda function behind an HTTP API, cached by Cloudflare: docs/cloudflare.md says which line is which hand step. */
class CloudflareHttpApi extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    new CloudflareProvider(this, "cloudflare");
    new TlsProvider(this, "tls");

    const lambdaFunction = new DataAwsLambdaFunction(this, "function", { functionName: "cats" });
    const zone = new CloudflareZone(this, "zone", { zoneName: "example.com" });
    const api = new HttpApi(this, "api", { lambdaFunction });
    new ApiFront(this, "front", { host: "lambda.example.com", zone, api });
  }
}

const app = new App();
new CloudflareHttpApi(app, "cloudflare-http-api");
app.synth();
