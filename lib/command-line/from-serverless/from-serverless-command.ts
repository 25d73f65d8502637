import { Command } from "../command";
import { misuse } from "../misuse";
import { DEFAULT_DIRECTORY, DEFAULT_FILE } from "./from-serverless-options";

export const fromServerlessCommand: Command = {
  name: "from-serverless",
  summary: "Write Terraform for the API and the cache of a serverless.yml.",
  usage: "from-serverless [FILE] [options]",
  description: [
    `Reads the configuration of a service that uses the plugin serverless-api-gateway-caching, and writes cdk.tf.json, which Terraform takes as it is. FILE is ${DEFAULT_FILE} unless it is given; - is the standard input, for the output of serverless print.`,
    "Functions stay where they are: Terraform looks them up by their names. What only a deployment of the Serverless Framework would know becomes a Terraform variable. What is not carried over is told of on the standard error.",
    "A service whose gateway belongs to another one (apiGatewayIsShared) gets the settings of its own methods, as with --shared.",
  ],
  options: [
    { name: "stage", value: "STAGE", summary: "The stage, as serverless deploy takes it." },
    { name: "region", value: "REGION", summary: "The region, as serverless deploy takes it." },
    { name: "param", value: "NAME=VALUE", isRepeatable: true, summary: "A parameter, for ${param:NAME}." },
    { name: "opt", value: "NAME=VALUE", isRepeatable: true, summary: "Another option of serverless, for ${opt:NAME}." },
    {
      name: "project",
      value: "DIR",
      summary: "Where the project begins: ${file(PATH)} reads no file outside of it. Default: the directory of FILE.",
    },
    { name: "out", value: "DIR", summary: `Where the files are written. Default: ${DEFAULT_DIRECTORY}.` },
    {
      name: "shared",
      summary: "Write only the settings of the methods: the gateway stays where it is, with CloudFormation.",
    },
    { name: "typescript", summary: "Write a CDKTF app that uses this library, in place of Terraform JSON." },
    { name: "force", summary: "Overwrite files that this command did not write, or that have been changed since." },
  ],
  examples: [
    "from-serverless --stage prod",
    "from-serverless services/cats/serverless.yml --stage prod --typescript --out cats-app",
    "from-serverless - --shared < printed.yml",
  ],
  run: async (given, io) => (await import("./from-serverless").catch(explain)).fromServerless(given, io),
};

/** The constructs need what a CDKTF app needs. */
export function explain(thrown: { readonly code?: string }): never {
  if (thrown.code !== "MODULE_NOT_FOUND") throw thrown;
  throw misuse("the packages cdktf, constructs and @cdktf/provider-aws are needed: npm install them beside this one.");
}
