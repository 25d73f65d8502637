import { App, LocalBackend, TerraformStack, TerraformVariable } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import {
  ApiFront,
  ApiStage,
  CertificateSource,
  CloudflareZone,
  DomainCertificate,
  ImportedCertificate,
  StrictTls,
} from "cdktf-api-caching";
import { Construct } from "constructs";

/** Two APIs of other configurations, with certificates that exist, in a zone that still lives on page rules. */
class ExistingCertificate extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    new CloudflareProvider(this, "cloudflare");

    const zone = new CloudflareZone(this, "zone", {
      zoneName: "example.com",
      zoneId: "0123456789abcdef0123456789abcdef",
      alwaysUseHttps: true,
    });
    const acknowledgements = {
      "domain/execute-api-endpoint-open": "the owner of the API switches its own address off",
      "edge/implicit-edge-ttl": "every answer of both APIs has Cache-Control",
    };

    // A certificate that is in ACM already.
    const issued = DomainCertificate.fromArn(
      "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
      { source: CertificateSource.ISSUED, hostnames: ["*.example.com"] },
    );
    new ApiFront(this, "orders", {
      host: "orders.example.com",
      zone,
      api: ApiStage.fromHttpApiId(this.required("orders_api_id", "The id of the HTTP API of the orders")),
      certificate: issued,
      strictTls: StrictTls.PAGE_RULE,
      acknowledgements,
    });

    // A certificate that somebody hands over as PEM. The key is in the variable and in the state, nowhere else.
    const imported = new ImportedCertificate(this, "certificate", {
      certificatePem: this.required("certificate_pem", "The certificate of users.example.com, as PEM"),
      privateKeyPem: this.required("private_key_pem", "Its private key, as PEM", true),
      certificateChainPem: this.required("certificate_chain_pem", "What issued it, as PEM"),
      hostnames: ["users.example.com"],
    });
    new ApiFront(this, "users", {
      host: "users.example.com",
      zone,
      api: ApiStage.fromRestApiId(this.required("users_api_id", "The id of the REST API of the users"), "prod"),
      certificate: imported,
      strictTls: StrictTls.PAGE_RULE,
      acknowledgements,
    });
  }

  private required(name: string, description: string, sensitive = false): string {
    return new TerraformVariable(this, name, { type: "string", description, sensitive }).stringValue;
  }
}

const app = new App();
new ExistingCertificate(app, "existing-certificate");
app.synth();
