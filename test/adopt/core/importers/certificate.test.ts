import { LiveCertificate } from "../../../../lib/adopt/core/questions";
import { Given } from "../../../../lib/adopt/core/given";
import { ABSENT, ARN, outcomeOf, stackWith, told, World } from "../../support/adopted";

const IMPORTED = { certificate_body: "${var.pem}", private_key: "${tls_private_key.key.private_key_pem}" };
const ISSUED = {
  domain_name: "api.example.com",
  subject_alternative_names: ["*.example.com"],
  validation_method: "DNS",
};
const OF = "${aws_acm_certificate.x.arn}";
const REST = { domain_name: "api.example.com", regional_certificate_arn: OF };

const stack = (
  certificate: object,
  domains: object = { aws_api_gateway_domain_name: { d: REST } },
  key: object = { algorithm: "RSA" },
) =>
  stackWith({
    aws_acm_certificate: { x: certificate },
    aws_acm_certificate_validation: { v: { certificate_arn: OF } },
    tls_private_key: { key },
    ...domains,
  });
const held = (certificate: Partial<LiveCertificate>): World => ({
  restDomain: { certificateArns: [ARN] },
  certificate: { type: "IMPORTED", hostnames: [], ...certificate },
});
const live = { type: "AMAZON_ISSUED", domainName: "api.example.com", hostnames: ["*.example.com", "api.example.com"], validationMethod: "DNS" }; // prettier-ignore
const outcome = (certificate: object, world: World, given: Partial<Given> = {}, ...rest: [object?, object?]) =>
  told(outcomeOf("aws_acm_certificate.x", { stack: stack(certificate, ...rest), world, given }));

test.each<[string, object, World, string]>([
  ["imported, and of a key of the same kind", IMPORTED, held({ keyAlgorithm: "RSA-2048" }), `import ${ARN}`],
  ["imported, as ACM also writes it", IMPORTED, held({ keyAlgorithm: "RSA_2048" }), `import ${ARN}`],
  ["imported, and of another size", IMPORTED, held({ keyAlgorithm: "RSA-4096" }), "new"],
  ["imported, and of another kind", IMPORTED, held({ keyAlgorithm: "EC-prime256v1" }), "new"],
  ["issued, where the declared one is imported", IMPORTED, held({ type: "AMAZON_ISSUED" }), "new"],
  ["imported, where the declared one is issued", ISSUED, held({}), "new"],
  ["issued for the same names", ISSUED, held(live), `import ${ARN}`],
  ["issued for another name", ISSUED, held({ ...live, domainName: "www.example.com" }), "new"],
  ["issued for fewer names", ISSUED, held({ ...live, hostnames: ["api.example.com"] }), "new"],
  ["issued after a mail", ISSUED, held({ ...live, validationMethod: "EMAIL" }), "new"],
  ["not readable", IMPORTED, { restDomain: { certificateArns: [ARN] } }, `import ${ARN}`],
  [
    "gone",
    IMPORTED,
    { restDomain: { certificateArns: [ARN] }, certificate: ABSENT },
    "unresolved: --certificate-arn ARN | --new aws_acm_certificate.x",
  ],
  ["of a domain without any", IMPORTED, { restDomain: { certificateArns: [] } }, "new"],
  ["of a domain that does not exist", IMPORTED, { restDomain: ABSENT }, "new"],
  ["of a domain that was not read", IMPORTED, {}, "unresolved: --certificate-arn ARN | --new aws_acm_certificate.x"],
])("a certificate that is %s", (_name, certificate, world, expected) => {
  expect(outcome(certificate, world)).toBe(expected);
});

test.each([
  [{ algorithm: "ECDSA", ecdsa_curve: "P256" }, "EC-prime256v1", true],
  [{ algorithm: "ECDSA", ecdsa_curve: "P256" }, "EC_secp384r1", false],
  [{ algorithm: "RSA", rsa_bits: 4096 }, "RSA-4096", true],
  [{ algorithm: "ED25519" }, "RSA-2048", true],
])("the key %j goes into a certificate of %s: %s", (key, keyAlgorithm, fits) => {
  expect(outcome(IMPORTED, held({ keyAlgorithm }), {}, undefined, key)).toBe(fits ? `import ${ARN}` : "new");
});

test("is found through whatever domain has it, also once it is validated", () => {
  const configuration = { certificate_arn: "${aws_acm_certificate_validation.v.certificate_arn}" };
  const domains = { aws_apigatewayv2_domain_name: { d: { domain_name: "api.example.com", domain_name_configuration: [configuration] } } }; // prettier-ignore
  const world: World = { httpDomain: { certificateArns: [ARN] }, certificate: { ...live } };
  expect(outcome(ISSUED, world, {}, domains)).toBe(`import ${ARN}`);
});

test("shows the ownership of the domain with a certificate of its own", () => {
  const domains = { aws_api_gateway_domain_name: { d: { ...REST, regional_certificate_arn: "other", ownership_verification_certificate_arn: OF } } }; // prettier-ignore
  const own = ARN.replace("12345678-", "87654321-");
  const world: World = { restDomain: { certificateArns: [own], ownershipCertificateArn: ARN }, certificate: live };
  expect(outcome(ISSUED, world, {}, domains)).toBe(`import ${ARN}`);
});

test("the one that is named is taken", () => {
  expect(outcome(IMPORTED, {}, { certificateArns: [{ value: ARN }] }, {})).toBe(`import ${ARN}`);
});

test("what waits for a certificate is new", () => {
  expect(told(outcomeOf("aws_acm_certificate_validation.v", { stack: stack(ISSUED) }))).toBe("new");
});
