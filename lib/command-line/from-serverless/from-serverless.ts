import { join } from "node:path";
import { CommandIo, ExitStatus, GivenArguments } from "../command";
import { painterFor } from "../painter";
import { printable } from "../printable";
import { Blueprint } from "./blueprint";
import { drawBlueprint } from "./draw-blueprint";
import { FromServerlessOptions, fromServerlessOptions } from "./from-serverless-options";
import { Files, writeFiles } from "./output-directory";
import { PLACEHOLDER } from "./placeholder";
import { Configuration, readConfiguration } from "./read-configuration";
import { appFiles } from "./source/app-files";
import { Rendered, documentText, renderDocument } from "./terraform-document";

/** Writes Terraform for a `serverless.yml`. Nothing is written unless everything is right. */
export async function fromServerless(given: GivenArguments, io: CommandIo): Promise<ExitStatus> {
  const options = fromServerlessOptions(given);
  const configuration = await readConfiguration(options, io);
  const blueprint = drawBlueprint(configuration);
  const { service, deployment } = configuration;
  const places = {
    endpoints: service.endpoints.map(({ writtenAt }) => writtenAt),
    section: deployment.sectionAt,
    settings: deployment.settingsAt,
  };
  const rendered = renderDocument(blueprint, places);
  const files = options.isTypeScript
    ? appFiles(blueprint, rendered.document, rendered.shared, io.version)
    : new Map([["cdk.tf.json", documentText(rendered.document)]]);
  writeFiles(options.directory, io.cwd, files, options.isForced);
  const { warn } = painterFor(io.stderr, io.environment);
  for (const text of [...rendered.warnings, ...notesOf(configuration, blueprint)]) {
    await io.stderr.write(`${warn("warning")}: ${printable(text, Infinity)}\n`);
  }
  const isRegional = blueprint.api !== undefined && deployment.api.endpointType === undefined;
  await io.stdout.write(reportOf(options, files, rendered, isRegional));
  return ExitStatus.DONE;
}

/** What the user has to know of what is not as it was. */
function notesOf({ fileName, deployment, service }: Configuration, { api }: Blueprint): string[] {
  const additional = api?.endpoints.filter(({ endpoint }) => endpoint.functionName === undefined) ?? [];
  const { method, path } = PLACEHOLDER;
  return [
    ...deployment.notes,
    ...additional.map(
      ({ endpoint: { writtenAt, httpMethod, path: own } }) =>
        `${writtenAt}: what answers ${httpMethod} ${own} is not said there: an HTTP proxy is written, to an address that is a Terraform variable.`,
    ),
    ...(api !== undefined && service.endpoints.length === 0
      ? [`${fileName}: there is no http event in it. ${method} ${path} is written, because API Gateway deploys no API without a method.`] // prettier-ignore
      : []),
  ];
}

/** Behind Cloudflare it is the right one: the certificate may be Cloudflare's, and there is no CloudFront in between. */
const REGIONAL =
  "The API is REGIONAL, because provider.endpointType does not say; the framework's own default is EDGE.";

function reportOf(
  { directory, isTypeScript }: FromServerlessOptions,
  files: Files,
  { document }: Rendered,
  isRegional: boolean,
): string {
  const written = [...files.keys()].map((name) => `wrote ${printable(join(directory, name), Infinity)}`);
  const needed = Object.entries(document.variable ?? {}).filter(([, block]) => block.default === undefined);
  const variables = needed.map(([name, { description }]) => `  ${name}: ${printable(description)}`);
  const place = printable(directory, Infinity);
  return [
    ...written,
    ...(isRegional ? [REGIONAL] : []),
    ...(variables.length === 0 ? [] : ["Terraform will ask for these variables:", ...variables]),
    isTypeScript
      ? `Next, in ${place}: npm install, npx cdktf synth.`
      : `Next, in ${place}: terraform init, terraform plan.`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}
