import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ImportedCertificate } from "../../lib/domain/imported-certificate";
import { ImportedCertificateProps } from "../../lib/domain/imported-certificate-props";
import { writeOut } from "../../lib/stack/references";
import { CERTIFICATE_TEXTS, KEY_FILE } from "../support/certificate-texts";
import { certificate, keyPem } from "../support/certificates";
import { refusal, refusedFor } from "../support/findings";
import { newStack } from "../support/rest-api";
import { resource, resources, synthesized } from "../support/terraform";

const { apiPem, issuingPem, rootPem, expiringPem } = CERTIFICATE_TEXTS;
const directory = mkdtempSync(join(tmpdir(), "imported-certificate-"));
afterAll(() => rmSync(directory, { recursive: true }));

let stack: TerraformStack;
beforeEach(() => (stack = newStack()));

function imported(options: Partial<ImportedCertificateProps> = {}): ImportedCertificate {
  return new ImportedCertificate(stack, "imported", options);
}

function file(name: string, text: string): string {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
}

const inOneLine = (pem: string) => `\${trimspace(${JSON.stringify(pem.trim())})}`;
const key = () => new TerraformVariable(stack, "key", { sensitive: true }).stringValue;

describe("an imported certificate", () => {
  test("is what the text says, with a key from a sensitive variable", () => {
    imported({ certificatePem: apiPem, privateKeyPem: key(), certificateChainPem: issuingPem + rootPem });
    expect(synthesized(stack).resource).toEqual({
      aws_acm_certificate: {
        imported: {
          certificate_body: inOneLine(apiPem),
          private_key: "${var.key}",
          certificate_chain: inOneLine(issuingPem + rootPem),
          lifecycle: { create_before_destroy: true },
        },
      },
    });
  });

  test("is what its files hold, but for the key, of which only the path is written", () => {
    imported({
      certificateFile: file("api.pem", apiPem),
      privateKeyFile: KEY_FILE,
      certificateChainFile: file("chain.pem", issuingPem),
      tags: { team: "cats" },
    });
    expect(resource(stack, "aws_acm_certificate", "imported")).toEqual({
      certificate_body: inOneLine(apiPem),
      private_key: expect.stringMatching(
        /^\$\{file\("\$\{path\.module\}\/\.\.\/.*test\/support\/keys\/valid\.pem"\)\}$/,
      ),
      certificate_chain: inOneLine(issuingPem),
      lifecycle: { create_before_destroy: true },
      tags: { team: "cats" },
    });
  });

  test("has the path of its key from the directory that the stack is written to", () => {
    stack = new TerraformStack(new App({ outdir: join(directory, "cdktf.out") }), "stack");
    const privateKeyFile = file("key.pem", keyPem(certificate().privateKey));
    imported({ certificatePem: "${var.certificate}", privateKeyFile });
    expect(resource(stack, "aws_acm_certificate", "imported").private_key).toBe(
      '${file("${path.module}/../../../key.pem")}',
    );
  });

  test("has no chain where none is given", () => {
    imported({ certificatePem: apiPem, privateKeyPem: key() });
    expect(resource(stack, "aws_acm_certificate", "imported")).not.toHaveProperty("certificate_chain");
  });

  test("may be known to Terraform only", () => {
    imported({ certificatePem: "${var.certificate}", privateKeyPem: key(), certificateChainPem: "${var.chain}" });
    expect(resource(stack, "aws_acm_certificate", "imported")).toMatchObject({
      certificate_body: "${var.certificate}",
      certificate_chain: "${var.chain}",
    });
  });

  test("says the same in HCL, without text over several lines", () => {
    imported({ certificatePem: apiPem, privateKeyFile: KEY_FILE, certificateChainPem: issuingPem });
    const hcl = Testing.synthHcl(stack);
    expect(hcl).not.toContain("<<");
    expect(hcl).toContain(`certificate_body = "${inOneLine(apiPem)}"`);
    expect(hcl).toMatch(/private_key = "\$\{file\("\$\{path\.module\}[^"]*valid\.pem"\)\}"/);
  });
});

describe("a domain is told", () => {
  test.each<[string, Partial<ImportedCertificateProps>, string[] | undefined]>([
    ["the names of a certificate that can be read", { certificatePem: apiPem }, ["api.example.com"]],
    [
      "these names also where it has to cover fewer",
      { certificatePem: certificate({ hostnames: ["a.com", "b.com"] }).pem, hostnames: ["b.com"] },
      ["a.com", "b.com"],
    ],
    [
      "the names that it has to cover, where it cannot be read",
      { certificatePem: "${var.certificate}", hostnames: ["api.example.com"] },
      ["api.example.com"],
    ],
    ["no names where none are known", { certificatePem: "${var.certificate}" }, undefined],
  ])("%s", (_what, options, expected) => {
    expect(imported({ privateKeyPem: key(), ...options }).certificateHostnames).toEqual(expected);
  });

  test("where the certificate is, and where it comes from", () => {
    const provider = new AwsProvider(stack, "edge", { alias: "edge", region: "us-east-1" });
    const made = imported({ certificatePem: apiPem, privateKeyPem: key(), provider });
    expect(writeOut(stack, made.certificateArn)).toBe("${aws_acm_certificate.imported.arn}");
    expect([made.certificateSource, made.certificateRegion]).toEqual(["imported", "us-east-1"]);
    expect(resource(stack, "aws_acm_certificate", "imported").provider).toBe("aws.edge");
  });
});

describe("it is refused", () => {
  test("for everything at once", () => {
    const certificateFile = file("expired.pem", CERTIFICATE_TEXTS.expiredPem);
    const options = { certificateFile, privateKeyPem: "secret", certificateChainFile: "none", hostnames: ["b.com"] };
    expect(refusedFor(() => imported(options))).toEqual([
      "certificate/file-unreadable at certificateChainFile",
      "certificate/private-key-in-text at privateKeyPem",
      "certificate/does-not-cover-host at hostnames[0]",
      "certificate/expired at certificateFile",
    ]);
    expect(resources(stack, "aws_acm_certificate")).toEqual({});
  });

  test("without a certificate and without a key", () => {
    expect(refusedFor(() => imported())).toEqual([
      "certificate/pem-source at certificateFile",
      "certificate/pem-source at privateKeyFile",
    ]);
  });

  test("for two chains", () => {
    const twice = { certificateChainPem: issuingPem, certificateChainFile: file("chain.pem", issuingPem) };
    expect(refusedFor(() => imported({ certificatePem: apiPem, privateKeyPem: key(), ...twice }))).toEqual([
      "certificate/pem-source at certificateChainFile",
    ]);
  });

  test("without a word of the key, wherever it stands", () => {
    const text = keyPem(certificate().privateKey);
    const [secret] = text.split("\n").slice(1);
    const wrongly: Partial<ImportedCertificateProps>[] = [
      { certificatePem: apiPem, privateKeyPem: text },
      { certificatePem: text, privateKeyPem: "${var.key}" },
      { certificateFile: file("combined.pem", apiPem + text), privateKeyPem: "${var.key}" },
      { certificatePem: apiPem, certificateChainPem: text, privateKeyPem: "${var.key}" },
      { certificatePem: apiPem, privateKeyPem: `\${chomp("${text}")}` },
      { certificatePem: apiPem, privateKeyFile: file("damaged.pem", text.replace("\n", "\n ")) },
      { certificatePem: apiPem, privateKeyFile: file("other.pem", text) },
    ];
    for (const options of wrongly) {
      stack = newStack();
      const findings = refusal(() => imported(options));
      expect(findings).toHaveLength(1);
      expect(JSON.stringify(findings)).not.toContain(secret!.slice(0, 20));
    }
  });

  test.each<[string, string, object]>([
    ["a misspelt option", "input/unknown-option at certificate", { certificate: "a" }],
    ["a file that only Terraform knows", "input/wrong-type at privateKeyFile", { privateKeyFile: "${var.file}" }],
    ["a host that only Terraform knows", "input/wrong-type at hostnames[0]", { hostnames: ["${var.host}"] }],
    ["a buffer", "input/wrong-type at certificatePem", { certificatePem: Buffer.from(apiPem) }],
  ])("for %s", (_what, expected, options) => {
    expect(refusedFor(() => imported(options))).toEqual([expected]);
  });
});

test("one that expires soon is a warning, which a reason keeps quiet", () => {
  process.env.SOURCE_DATE_EPOCH = String(Date.parse("2026-06-01") / 1000);
  try {
    const options = { certificatePem: expiringPem, privateKeyPem: "${var.key}" };
    expect(imported(options).node.metadata.map(({ data }) => data)).toEqual([
      expect.stringContaining("certificate/expires-soon: certificatePem is"),
    ]);
    stack = newStack();
    const acknowledgements = { "certificate/expires-soon": "the new one arrives on Monday" };
    expect(imported({ ...options, acknowledgements }).node.metadata).toEqual([]);
  } finally {
    delete process.env.SOURCE_DATE_EPOCH;
  }
});
