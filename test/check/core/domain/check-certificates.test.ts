import { certificate } from "../../../support/certificates";
import { foundInResources } from "../../support/configuration";

const VALID = certificate({ hostnames: ["api.example.com"] }).pem;
const EXPIRED = certificate({ hostnames: ["api.example.com"], validTo: "2021-01-01" }).pem;

const acm = (over: object) =>
  foundInResources({ aws_acm_certificate: { c: { private_key: "${tls_private_key.k.private_key_pem}", ...over } } });

test("a certificate that is there as text is read", () => {
  expect(acm({ certificate_body: VALID })).toEqual([]);
  expect(acm({ certificate_body: "no certificate" })).toEqual([
    "certificate/pem-shape aws_acm_certificate.c certificate_body",
  ]);
  expect(acm({ certificate_body: EXPIRED })).toContain("certificate/expired aws_acm_certificate.c certificate_body");
  expect(acm({ certificate_body: '${file("cert.pem")}' })).toEqual([]);
  expect(acm({ certificate_body: "" })).toEqual([]);
});

test("a chain that repeats the certificate is told", () => {
  expect(acm({ certificate_body: VALID, certificate_chain: VALID })).toEqual([
    "certificate/leaf-in-chain aws_acm_certificate.c certificate_chain",
  ]);
});

test.each([
  [5475, []],
  ["365", []],
  ["${var.days}", []],
  [undefined, []],
  [100, ["certificate/validity-days cloudflare_origin_ca_certificate.c requested_validity"]],
])("an Origin CA certificate for %s days", (days, expected) => {
  expect(foundInResources({ cloudflare_origin_ca_certificate: { c: { requested_validity: days } } })).toEqual(expected);
});
