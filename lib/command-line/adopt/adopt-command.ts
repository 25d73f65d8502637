import { Command } from "../command";

export const adoptCommand: Command = {
  name: "adopt",
  summary: "Write the import blocks that bring what exists under the addresses of a stack.",
  usage: "adopt [DIR|FILE] [options]",
  description: [
    "Reads a stack that cdktf synth has written, finds out which of its resources exist, and writes import blocks (Terraform 1.5 or newer) for them beside it. DIR is cdktf.out, the directory of one stack, or one with other files in Terraform's JSON; FILE is one of these. Default: cdktf.out.",
    "What exists is read from AWS, by the aws command with its own credentials, and from Cloudflare, with CLOUDFLARE_API_TOKEN. Nothing is changed there. What cannot be read has to be said with options. An id may be given as ADDRESS=ID where the stack needs several, with the address of the resource or data source, such as data.cloudflare_zone.zone.",
    "What is not found is listed with the option that would say it, and the exit status is 1; the file is written nevertheless.",
  ],
  options: [
    { name: "stack", value: "NAME", summary: "The stack, where cdktf.out has several." },
    { name: "rest-api-id", value: "[ADDRESS=]ID", isRepeatable: true, summary: "The id of the REST API that exists." },
    { name: "http-api-id", value: "[ADDRESS=]ID", isRepeatable: true, summary: "The id of the HTTP API that exists." },
    { name: "stage", value: "NAME", isRepeatable: true, summary: "A stage of the API that exists." },
    {
      name: "method-settings",
      value: "METHOD_PATH",
      isRepeatable: true,
      summary: "Settings of the stage that exist, such as '~1cats/GET' or '*/*'; all for all that are declared.",
    },
    { name: "domain-name", value: "NAME", isRepeatable: true, summary: "A custom domain that exists." },
    {
      name: "certificate-arn",
      value: "[ADDRESS=]ARN",
      isRepeatable: true,
      summary: "The certificate in ACM that exists. Default: the one that the domain has.",
    },
    { name: "zone-id", value: "[ADDRESS=]ID", isRepeatable: true, summary: "The id of the zone at Cloudflare." },
    {
      name: "dns-record-id",
      value: "[ADDRESS=]ID",
      isRepeatable: true,
      summary: "The id of a DNS record that exists.",
    },
    {
      name: "ruleset",
      value: "PHASE=ID",
      isRepeatable: true,
      summary: "The id of a ruleset that exists, by its phase, such as http_request_cache_settings.",
    },
    {
      name: "id",
      value: "ADDRESS=ID",
      isRepeatable: true,
      summary: "The import id of any resource, as its provider documents it.",
    },
    {
      name: "new",
      value: "ADDRESS",
      isRepeatable: true,
      summary: "A resource that does not exist and is to be created; * stands for any text.",
    },
    { name: "offline", summary: "Read neither AWS nor Cloudflare." },
    {
      name: "out",
      value: "FILE",
      summary: "The file to write, or - for standard output. Default: imports.tf.json beside the stack.",
    },
    { name: "force", summary: "Overwrite a file that this command did not write." },
    { name: "json", summary: "Print one JSON document in place of text." },
  ],
  examples: [
    "adopt --rest-api-id abcdefghij",
    "adopt cdktf.out/stacks/cats --rest-api-id abcdefghij --stage prod --method-settings all --offline",
    "adopt --rest-api-id abcdefghij --new 'tls_*' --out -",
  ],
  run: async (given, io) => (await import("./adopt")).adopt(given, io),
};
