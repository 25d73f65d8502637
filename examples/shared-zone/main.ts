import { App, LocalBackend, TerraformStack } from "cdktf";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { ApiFront, CachedRestApi, CloudflareZone, HttpApi, RestIntegration } from "cdktf-api-caching";
import { Construct } from "constructs";

/** What every stack of the app has. */
class ApiStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    new CloudflareProvider(this, "cloudflare");
    new TlsProvider(this, "tls");
  }

  protected lambdaFunction(functionName: string): DataAwsLambdaFunction {
    return new DataAwsLambdaFunction(this, "function", { functionName });
  }
}

/** The zone. Its rulesets, one for each phase, carry the rules of all the hosts below. */
class ZoneStack extends TerraformStack {
  readonly zone: CloudflareZone;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new CloudflareProvider(this, "cloudflare");
    this.zone = new CloudflareZone(this, "zone", {
      zoneName: "example.com",
      zoneId: "0123456789abcdef0123456789abcdef",
      tieredCache: true,
    });
  }
}

class CatsStack extends ApiStack {
  constructor(scope: Construct, zone: CloudflareZone) {
    super(scope, "cats");
    const api = new HttpApi(this, "api", { lambdaFunction: this.lambdaFunction("cats") });
    new ApiFront(this, "front", { host: "cats.example.com", zone, api });
  }
}

class DogsStack extends ApiStack {
  constructor(scope: Construct, zone: CloudflareZone) {
    super(scope, "dogs");
    const api = new HttpApi(this, "api", { lambdaFunction: this.lambdaFunction("dogs") });
    new ApiFront(this, "front", {
      host: "dogs.example.com",
      additionalHosts: ["puppies.example.com"],
      zone,
      api,
      cache: { bypass: { paths: ["/kennels/*"], cookieNames: ["session"] } },
    });
  }
}

class BirdsStack extends ApiStack {
  constructor(scope: Construct, zone: CloudflareZone) {
    super(scope, "birds");
    const birds = RestIntegration.lambdaProxy(this.lambdaFunction("birds"));
    const api = new CachedRestApi(this, "api", {
      stageName: "prod",
      endpoints: [{ method: "GET", path: "/birds", integration: birds, cache: {} }],
    });
    new ApiFront(this, "front", { host: "birds.example.com", zone, mappings: [{ api, path: "v1" }] });
  }
}

const app = new App();
const { zone } = new ZoneStack(app, "zone");
new CatsStack(app, zone);
new DogsStack(app, zone);
new BirdsStack(app, zone);
app.synth();
