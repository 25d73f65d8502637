import { X509Certificate } from "node:crypto";
import { type ExampleRun, addressesByAction, givenFunction, runExample } from "./harness";

const REGION = "eu-central-1";
const HOST = "lambda.example.com";
const FRONT = `host: "${HOST}", zone, api`;

const namesOf = (pem: string) => new X509Certificate(pem).subjectAltName;

describe("examples/cloudflare-http-api on Terraform", () => {
  let run: ExampleRun;

  const certificate = async () => {
    const [[arn, held] = [], ...others] = Object.entries(await run.emulator.certificates());
    expect(others).toEqual([]);
    return { arn: arn!, ...held! };
  };
  const originCertificates = async () => {
    const { cloudflare_origin_ca_certificate: all = [] } = await run.cloudflare.dump();
    return {
      valid: all.filter(({ revoked }) => revoked !== true),
      revoked: all.filter(({ revoked }) => revoked === true),
    };
  };

  beforeAll(async () => {
    run = await runExample("cloudflare-http-api", "cloudflare-http-api");
    await givenFunction(run.emulator, "cats", REGION);
    await run.terraform.init();
  });
  afterAll(() => run.stop());

  test("is valid, and one apply makes the whole road", async () => {
    await run.terraform.validate();
    await run.terraform.apply();

    const { [HOST]: domain, ...otherDomains } = await run.emulator.customDomains();
    expect(otherDomains).toEqual({});
    const held = await certificate();
    expect(domain).toMatchObject({
      region: REGION,
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
      certificateArn: held.arn,
      mappings: { "": { type: "HTTP", api: "api", stage: "$default" } },
    });
    expect(held).toMatchObject({ type: "IMPORTED", keyAlgorithm: "RSA-2048", hostnames: [HOST] });
    expect(held.chainPem).toContain("BEGIN CERTIFICATE");

    const { api } = await run.emulator.httpApis();
    expect(api).toMatchObject({
      disableExecuteApiEndpoint: true,
      routes: { $default: { type: "AWS_PROXY", payloadFormatVersion: "2.0" } },
      stages: { $default: { autoDeploy: true } },
    });

    const { cloudflare_dns_record: records, cloudflare_ruleset: rulesets } = await run.cloudflare.dump();
    expect(records).toEqual([
      expect.objectContaining({ type: "CNAME", name: HOST, content: domain!.targetDomainName, proxied: true, ttl: 1 }),
    ]);
    expect(rulesets!.map(({ phase }) => phase).sort()).toEqual([
      "http_config_settings",
      "http_request_cache_settings",
      "http_request_dynamic_redirect",
    ]);
  });

  test("a second plan is empty", async () => {
    expect((await run.terraform.plan()).text).toContain("No changes");
  });

  test("another rotation issues the new certificate before it revokes the old one, under the same ARN", async () => {
    const before = await certificate();
    await run.cloudflare.clear();
    await run.emulator.clearRequests();
    run.edit([[FRONT, `${FRONT}, certificateOptions: { rotation: "2" }`]]);
    const plan = await run.terraform.plan();
    const { update, "create,delete": replaced, "delete,create": interrupted = [] } = addressesByAction(plan);
    expect(update).toEqual(["aws_acm_certificate.front_certificate"]);
    expect(replaced).toEqual(["cloudflare_origin_ca_certificate.front_certificate"]);
    expect(interrupted).toEqual([]);
    await run.terraform.apply({ plan });

    const events = await run.cloudflare.events();
    const imports = (await run.emulator.requests()).filter(({ operation }) => operation === "ImportCertificate");
    const at = (operation: string) => events.find((event) => event.operation === operation)!.time;
    expect(imports).toHaveLength(1);
    expect(at("create")).toBeLessThan(imports[0]!.time);
    expect(imports[0]!.time).toBeLessThan(at("delete"));

    const after = await certificate();
    expect(after.arn).toBe(before.arn);
    expect(
      new X509Certificate(after.certificatePem).publicKey.equals(new X509Certificate(before.certificatePem).publicKey),
    ).toBe(false);
    const { valid, revoked } = await originCertificates();
    expect([valid.length, revoked.length]).toEqual([1, 1]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("another host keeps the domain and the ARN, and adds to each ruleset in place", async () => {
    const before = await certificate();
    run.edit([[FRONT, `${FRONT}, certificateOptions: { rotation: "2" }, additionalHosts: ["a.example.com"]`]]);
    const plan = await run.terraform.plan();
    const { create, update, delete: removed = [], "create,delete": replaced } = addressesByAction(plan);
    expect(replaced).toEqual(["cloudflare_origin_ca_certificate.front_certificate"]);
    expect(removed).toEqual([]);
    expect(create).toEqual([
      "aws_apigatewayv2_api_mapping.front_a__example__com_domain_mapping",
      "aws_apigatewayv2_domain_name.front_a__example__com_domain",
      "cloudflare_dns_record.front_a__example__com_edge",
    ]);
    expect(update).toEqual([
      "aws_acm_certificate.front_certificate",
      "cloudflare_ruleset.zone_cache",
      "cloudflare_ruleset.zone_config",
      "cloudflare_ruleset.zone_redirect",
    ]);
    await run.terraform.apply({ plan });

    const after = await certificate();
    expect(after).toMatchObject({ arn: before.arn, hostnames: ["a.example.com", HOST] });
    expect(namesOf(after.certificatePem)).toContain("a.example.com");
    expect(Object.keys(await run.emulator.customDomains()).sort()).toEqual(["a.example.com", HOST]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("another key algorithm makes a new certificate in ACM, and the domain moves to it before the old one goes", async () => {
    const before = await certificate();
    await run.emulator.clearRequests();
    run.edit([
      [FRONT, `${FRONT}, certificateOptions: { keyAlgorithm: OriginCaKeyAlgorithm.ECDSA_P256 }`],
      ["CloudflareZone, HttpApi }", "CloudflareZone, HttpApi, OriginCaKeyAlgorithm }"],
    ]);
    await run.terraform.apply();
    const after = await certificate();
    expect(after.arn).not.toBe(before.arn);
    expect(after.keyAlgorithm).toMatch(/^EC/);
    const { [HOST]: domain } = await run.emulator.customDomains();
    expect(domain!.certificateArn).toBe(after.arn);
    const order = (await run.emulator.requests())
      .map(({ operation }) => operation)
      .filter((name) => ["ImportCertificate", "UpdateDomainName", "DeleteCertificate"].includes(name));
    expect(order).toEqual(["ImportCertificate", "UpdateDomainName", "DeleteCertificate"]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("a destroy leaves nothing but the function, and the certificates revoked", async () => {
    await run.terraform.destroy();
    expect(await run.terraform.stateAddresses()).toEqual([]);
    expect(await run.emulator.certificates()).toEqual({});
    expect(await run.emulator.customDomains()).toEqual({});
    expect(await run.emulator.httpApis()).toEqual({});
    const { cloudflare_origin_ca_certificate: _certificates, ...left } = await run.cloudflare.dump();
    expect(left).toEqual({});
    expect((await originCertificates()).valid).toEqual([]);
  });
});
