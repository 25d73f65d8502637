import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { main } from "../../../../lib/command-line/main";
import { fakeIo } from "../../support/fake-io";

/** A directory of its own, with the command line in it. */
export interface Project {
  readonly directory: string;
  write(name: string, content: string | Uint8Array): void;
  read(name: string): string;
  has(name: string): boolean;
  /** The names in a directory, sorted; none where there is no such directory. */
  list(name?: string): string[];
  /** Runs `from-serverless` with these arguments. */
  run(args?: readonly string[], input?: Iterable<string | Uint8Array>): Promise<Ran>;
  remove(): void;
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export function newProject(): Project {
  const directory = mkdtempSync(join(tmpdir(), "from-serverless-"));
  const at = (name: string): string => join(directory, name);
  return {
    directory,
    write: (name, content) => {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
    },
    read: (name) => readFileSync(at(name), "utf8"),
    has: (name) => existsSync(at(name)),
    list: (name = ".") => (existsSync(at(name)) ? readdirSync(at(name)).sort() : []),
    run: async (args = [], input = []) => {
      const io = { ...fakeIo({ cwd: directory }), stdin: Readable.from(input) };
      const status = await main(["from-serverless", ...args], io);
      return { status, out: io.out(), err: io.err() };
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A block of a Terraform document. */
export interface Block {
  // Tests look into documents of any shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [name: string]: any;
}

/** The Terraform JSON that is written for a configuration. */
export async function documentOf(yaml: string, ...args: readonly string[]): Promise<Block & { readonly ran: Ran }> {
  const project = newProject();
  try {
    project.write("serverless.yml", yaml);
    const ran = await project.run(args);
    if (ran.status !== 0) throw new Error(ran.err);
    return { ...(JSON.parse(project.read("terraform/cdk.tf.json")) as Block), ran };
  } finally {
    project.remove();
  }
}

/** The OpenAPI definition in a document; its expressions are texts. */
export function definitionOf(document: Block): Block {
  const { body } = document.resource.aws_api_gateway_rest_api.api as { body: string };
  return JSON.parse(body.replace(/\$\{jsonencode\(([^)]*)\)\}/g, '"$1"')) as Block;
}

/** The integration of `GET /cats`. */
export function integrationOf(document: Block, verb: string, path: string): Block {
  return definitionOf(document).paths[path][verb.toLowerCase()]["x-amazon-apigateway-integration"] as Block;
}

/** A service called cats with one function; each line of the events is indented already. */
export function serviceWith(events: string, provider = "{ name: aws, stage: prod, region: eu-west-1 }"): string {
  return `service: cats
provider: ${provider}
custom: { apiGatewayCaching: { enabled: true } }
functions:
  list:
    handler: cats.list
    events:
${events}
`;
}
