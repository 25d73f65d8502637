import { readHosts } from "../../../../lib/check/core/edge/read-hosts";
import { configurationOf, referencesOf } from "../../support/configuration";

function hostsOf(record: object, rest: object = {}) {
  const document = {
    data: { cloudflare_zone: { zone: { filter: { name: "Example.com" } } } },
    resource: {
      cloudflare_dns_record: {
        r: { zone_id: "${data.cloudflare_zone.zone.zone_id}", name: "api.example.com", proxied: true, ...record },
      },
      aws_api_gateway_domain_name: { d: { domain_name: "api.example.com", ...rest } },
    },
  };
  return readHosts(configurationOf(document), referencesOf(document));
}
const TARGET = "${aws_api_gateway_domain_name.d.regional_domain_name}";

test("a record that leads to a domain is a host of its", () => {
  expect(hostsOf({ content: TARGET })).toEqual([
    expect.objectContaining({
      host: "api.example.com",
      isProxied: true,
      zoneName: "example.com",
      domain: expect.objectContaining({ address: "aws_api_gateway_domain_name.d" }),
    }),
  ]);
});

test("a target that is known leads to the domain that has it", () => {
  const name = "d-abc.execute-api.eu-central-1.amazonaws.com";
  expect(hostsOf({ content: name }, { regional_domain_name: name })[0]!.domain).toBeDefined();
  expect(hostsOf({ content: name })[0]).toMatchObject({ host: "api.example.com", domain: undefined });
});

test("a domain that is looked up is one, too", () => {
  const content = "${data.aws_apigatewayv2_domain_name.d.target}";
  expect(hostsOf({ content })[0]).toMatchObject({ host: "api.example.com", domain: undefined });
});

test("other records are none", () => {
  expect(hostsOf({ content: "www.example.net" })).toEqual([]);
  expect(hostsOf({ content: "${aws_s3_bucket.b.bucket_domain_name}" })).toEqual([]);
  expect(hostsOf({ content: undefined })).toEqual([]);
});

test.each([
  ["api", "api.example.com"],
  ["@", "example.com"],
  ["example.com", "example.com"],
  ["v1.api", "v1.api.example.com"],
  ["API.Example.com", "api.example.com"],
  ["${var.name}", undefined],
])("the name %s is %s", (name, host) => expect(hostsOf({ content: TARGET, name })[0]!.host).toBe(host));

test("proxied is false unless it is said, or not known", () => {
  const proxied = (value: unknown) => hostsOf({ content: TARGET, proxied: value })[0]!.isProxied;
  expect([undefined, null, false, "true", "${var.x}"].map(proxied)).toEqual([false, false, false, true, undefined]);
});

test("the older resource has value in the place of content", () => {
  const document = {
    resource: { cloudflare_record: { r: { name: "api", value: "d-x.execute-api.eu-west-1.amazonaws.com" } } },
  };
  expect(readHosts(configurationOf(document), referencesOf(document))).toHaveLength(1);
});
