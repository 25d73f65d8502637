import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AuthenticatedOriginPulls } from "../../lib/domain/authenticated-origin-pulls";
import { AuthenticatedOriginPullsProps } from "../../lib/domain/authenticated-origin-pulls-props";
import { ORIGIN_PULL_CA } from "../../lib/domain/origin-pull-ca";
import { CLIENT_CERTIFICATES } from "../support/client-certificates";
import { apiDomain, awsStack, certificateOf, httpApi } from "../support/domain";
import { refusedFor, warnings } from "../support/findings";
import { resource, resources } from "../support/terraform";

const ZONE = { zoneId: "0123456789abcdef0123456789abcdef", zoneName: "example.com" };
const SHARED = { "domain/shared-client-certificate": "the functions check a token themselves" };
const { clientCa, clientCertificate } = CLIENT_CERTIFICATES;
let stack: TerraformStack;
beforeEach(() => (stack = awsStack()));

const pulls = (props: Partial<AuthenticatedOriginPullsProps> = {}, scope = stack, id = "pulls") =>
  new AuthenticatedOriginPulls(scope, id, { zone: ZONE, ...props });
const secretKey = (sensitive = true) => new TerraformVariable(stack, "key", { sensitive }).stringValue;
const trim = (pem: string) => `\${trimspace(${JSON.stringify(pem.trim())})}`;

describe("with Cloudflare's shared certificate", () => {
  test("the zone is set before the trust store is there", () => {
    const created = pulls();
    expect(resources(stack, "cloudflare_authenticated_origin_pulls_settings")).toEqual({
      pulls: { zone_id: ZONE.zoneId, enabled: true },
    });
    expect(resource(stack, "aws_s3_object", "pulls")).toEqual({
      bucket: "${aws_s3_bucket.pulls.id}",
      key: "origin-pulls-ca.pem",
      content: trim(ORIGIN_PULL_CA),
      content_type: "application/x-pem-file",
      depends_on: ["aws_s3_bucket_versioning.pulls", "cloudflare_authenticated_origin_pulls_settings.pulls"],
    });
    expect(resources(stack, "cloudflare_authenticated_origin_pulls_certificate")).toEqual({});
    expect([created.clientCertificate, created.settings?.friendlyUniqueId]).toEqual([undefined, "pulls"]);
  });

  test("a warning says what it proves", () => {
    pulls();
    expect(warnings(stack)).toEqual([
      expect.stringMatching(/^domain\/shared-client-certificate: clientCertificate is /),
    ]);
  });

  test("the warning can be acknowledged", () => {
    pulls({ acknowledgements: SHARED });
    expect(warnings(stack)).toEqual([]);
  });
});

test("the bucket is versioned and private", () => {
  expect(pulls().bucket?.friendlyUniqueId).toBe("pulls");
  expect(resource(stack, "aws_s3_bucket", "pulls")).toEqual({ bucket_prefix: "origin-pulls-" });
  expect(resource(stack, "aws_s3_bucket_versioning", "pulls")).toEqual({
    bucket: "${aws_s3_bucket.pulls.id}",
    versioning_configuration: { status: "Enabled" },
  });
  expect(resource(stack, "aws_s3_bucket_public_access_block", "pulls")).toEqual({
    bucket: "${aws_s3_bucket.pulls.id}",
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
});

test("a bucket that exists holds the object and is not touched", () => {
  expect(pulls({ bucketName: "mine", trustStoreKey: "a/ca.pem" }).bucket).toBeUndefined();
  expect(resource(stack, "aws_s3_object", "pulls")).toMatchObject({
    bucket: "mine",
    key: "a/ca.pem",
    depends_on: ["cloudflare_authenticated_origin_pulls_settings.pulls"],
  });
  for (const type of ["aws_s3_bucket", "aws_s3_bucket_versioning", "aws_s3_bucket_public_access_block"]) {
    expect(resources(stack, type)).toEqual({});
  }
});

describe("with a certificate of one's own", () => {
  test("the zone shows it and the trust store has its CA", () => {
    pulls({ clientCertificate, clientPrivateKey: secretKey(), clientCa });
    expect(resource(stack, "cloudflare_authenticated_origin_pulls_certificate", "pulls")).toEqual({
      zone_id: ZONE.zoneId,
      certificate: `\${format("%s\\n", ${JSON.stringify(clientCertificate.trim())})}`,
      private_key: "${var.key}",
      lifecycle: { create_before_destroy: true },
    });
    expect(resource(stack, "cloudflare_authenticated_origin_pulls_settings", "pulls").depends_on).toEqual([
      "cloudflare_authenticated_origin_pulls_certificate.pulls",
    ]);
    expect(resource(stack, "aws_s3_object", "pulls").content).toBe(trim(clientCa));
    expect(warnings(stack)).toEqual([]);
  });

  test("may be known to Terraform only", () => {
    const pem = (id: string) => new TerraformVariable(stack, id, {}).stringValue;
    pulls({ clientCertificate: pem("cert"), clientPrivateKey: secretKey(), clientCa: pem("ca") });
    expect(resource(stack, "aws_s3_object", "pulls").content).toBe("${var.ca}");
    expect(resource(stack, "cloudflare_authenticated_origin_pulls_certificate", "pulls").certificate).toBe(
      '${format("%s\\n", trimspace(var.cert))}',
    );
  });

  test.each([
    ["without its key", { clientCertificate, clientCa }, "domain/client-certificate-parts at clientPrivateKey"],
    ["without its CA", { clientCertificate, clientPrivateKey: "?" }, "domain/client-certificate-parts at clientCa"],
    ["as a CA alone", { clientCa }, "domain/client-certificate-parts at clientCertificate"],
    [
      "with its key as text",
      { clientCertificate, clientCa, clientPrivateKey: "abc" },
      "certificate/private-key-in-text at clientPrivateKey",
    ],
    [
      "with a variable that is printed",
      { clientCertificate, clientCa, clientPrivateKey: "plain" },
      "certificate/variable-not-sensitive at clientPrivateKey",
    ],
    [
      "of another CA",
      { clientCertificate, clientCa: CLIENT_CERTIFICATES.otherCa, clientPrivateKey: "?" },
      "domain/client-certificate-chain at clientCa",
    ],
    [
      "that has expired",
      { clientCertificate: CLIENT_CERTIFICATES.expiredClientCertificate, clientCa, clientPrivateKey: "?" },
      "domain/client-certificate-expired at clientCertificate",
    ],
  ] as [string, Partial<AuthenticatedOriginPullsProps>, string][])("is not taken %s", (_what, props, finding) => {
    const keys: { [name: string]: () => string } = { "?": () => secretKey(), plain: () => secretKey(false) };
    const clientPrivateKey = keys[props.clientPrivateKey ?? ""]?.();
    expect(refusedFor(() => pulls(clientPrivateKey === undefined ? props : { ...props, clientPrivateKey }))).toEqual([
      finding,
    ]);
  });
});

describe("a zone", () => {
  test("is set once in the app", () => {
    const app = Testing.app();
    pulls({}, awsStack("one", app));
    expect(refusedFor(() => pulls({}, awsStack("two", app, "us-west-2")))).toEqual([
      "domain/origin-pulls-declared-twice at zone",
    ]);
  });

  test("is set once where only Terraform knows it", () => {
    const zone = { zoneId: new TerraformVariable(stack, "zone", {}).stringValue, zoneName: "example.com" };
    pulls({ zone });
    expect(refusedFor(() => pulls({ zone }, stack, "second"))).toEqual(["domain/origin-pulls-declared-twice at zone"]);
  });

  test("is left alone for the trust store of a second region", () => {
    const app = Testing.app();
    pulls({}, awsStack("one", app));
    const second = awsStack("two", app, "us-west-2");
    expect(pulls({ manageZone: false, clientCa }, second).settings).toBeUndefined();
    expect(resources(second, "cloudflare_authenticated_origin_pulls_settings")).toEqual({});
    expect(resource(second, "aws_s3_object", "pulls")).toMatchObject({
      content: trim(clientCa),
      depends_on: ["aws_s3_bucket_versioning.pulls"],
    });
    expect(warnings(second)).toEqual([]);
  });

  test("that is left alone gets no certificate", () => {
    expect(refusedFor(() => pulls({ manageZone: false, clientCertificate, clientCa }))).toEqual([
      "domain/client-certificate-parts at clientCertificate",
    ]);
  });

  test("has to be one", () => {
    expect(refusedFor(() => pulls({ zone: "example.com" as never }))).toEqual(["input/wrong-type at zone"]);
  });
});

test("the providers are those of the zone and of the domain", () => {
  const cloudflareProvider = new CloudflareProvider(stack, "cloudflare", { alias: "zone" });
  const provider = new AwsProvider(stack, "other", { region: "eu-west-1", alias: "other" });
  pulls({
    zone: { ...ZONE, cloudflareProvider },
    provider,
    tags: { team: "cats" },
    clientCertificate,
    clientCa,
    clientPrivateKey: secretKey(),
  });
  for (const type of ["certificate", "settings"]) {
    expect(resource(stack, `cloudflare_authenticated_origin_pulls_${type}`, "pulls").provider).toBe("cloudflare.zone");
  }
  for (const type of ["bucket", "bucket_versioning", "bucket_public_access_block", "object"]) {
    expect(resource(stack, `aws_s3_${type}`, "pulls").provider).toBe("aws.other");
  }
  expect(resource(stack, "aws_s3_bucket", "pulls").tags).toEqual({ team: "cats" });
  expect(resource(stack, "aws_s3_object", "pulls").tags).toEqual({ team: "cats" });
});

test("a provider of the zone's stack is none of another stack's", () => {
  const app = Testing.app();
  const [dns, own] = [awsStack("dns", app), awsStack("own", app)];
  const cloudflareProvider = new CloudflareProvider(dns, "cloudflare", { alias: "dns" });
  pulls({ zone: { ...ZONE, cloudflareProvider } }, own);
  expect(resource(own, "cloudflare_authenticated_origin_pulls_settings", "pulls")).not.toHaveProperty("provider");
});

test("a domain of another region is told so, unless there is a reason", () => {
  const provider = new AwsProvider(stack, "us", { region: "us-east-1", alias: "us" });
  const mutualTls = pulls({ provider }).mutualTls();
  expect(mutualTls.truststoreRegion).toBe("us-east-1");
  const refused = "domain/truststore-region at mutualTls.truststoreRegion";
  expect(refusedFor(() => apiDomain(stack, { api: httpApi(stack), mutualTls }))).toEqual([refused]);
  const acknowledgements = { "domain/truststore-region": "seen to work" };
  const api = httpApi(stack, "other");
  expect(() => apiDomain(stack, { api, mutualTls, acknowledgements }, "meant")).not.toThrow();
});

test("a domain is told nothing of a region that only Terraform knows", () => {
  const region = new TerraformVariable(stack, "region", {}).stringValue;
  const provider = new AwsProvider(stack, "any", { region, alias: "any" });
  const { truststoreRegion, mutualTls } = {
    ...pulls({ provider }),
    mutualTls: { truststoreUri: "s3://bucket/ca.pem" },
  };
  expect(truststoreRegion).toBeUndefined();
  expect(() =>
    apiDomain(stack, { api: httpApi(stack), mutualTls: { ...mutualTls, truststoreRegion: region } }),
  ).not.toThrow();
});

test("a domain reads the trust store in the version that is there", () => {
  const ownership = certificateOf({ certificateArn: "arn:owner" });
  apiDomain(stack, { api: httpApi(stack), mutualTls: pulls().mutualTls(ownership) });
  expect(resource(stack, "aws_apigatewayv2_domain_name", "domain")).toMatchObject({
    mutual_tls_authentication: {
      truststore_uri: "s3://${aws_s3_object.pulls.bucket}/${aws_s3_object.pulls.key}",
      truststore_version: "${aws_s3_object.pulls.version_id}",
    },
    domain_name_configuration: { ownership_verification_certificate_arn: "arn:owner" },
  });
  expect(Testing.synthHcl(stack)).toContain(`content = "${trim(ORIGIN_PULL_CA)}"`);
});
