import { fileNotData } from "../../rules/serverless/file-not-data";
import { fileOutsideProject } from "../../rules/serverless/file-outside-project";
import { fileUnreadable } from "../../rules/serverless/file-unreadable";
import { variableSyntax } from "../../rules/serverless/variable-syntax";
import { parseYaml } from "./parse-yaml";
import { LookupRequest, LookupResult, Resolver, Site, propertyOf } from "./resolver";

/** A file of the project, or why it cannot be read. */
export interface ProjectFile {
  readonly text?: string;
  /** `missing`, `outside` of the project, or `unreadable`. */
  readonly trouble?: "missing" | "outside" | "unreadable";
  /** What is wrong with a file that is unreadable, in words. */
  readonly problem?: string;
}

/** As many files as this can be named by variables. */
const MOST_FILES = 200;

/** The files that `${file(...)}` names, each of which is read once. */
export class FileIncludes {
  private readonly parsed = new Map<string, LookupResult>();

  /** @param directory where the configuration is in the project; empty for the project's own directory */
  public constructor(
    private readonly readFile: (path: string) => ProjectFile,
    private readonly directory: string,
  ) {}

  public find({ parameters: [path = ""], address }: LookupRequest, site: Site, resolver: Resolver): LookupResult {
    const file = path.trim() === "" ? "" : normalize(this.directory, path);
    const isKnown = this.parsed.has(file);
    const result = this.parsed.get(file) ?? this.read(file, path, site);
    this.parsed.set(file, result);
    // What is wrong with a file is told once.
    if ("findings" in result) return isKnown ? { node: { kind: "failed", at: site.at } } : result;
    if ("missing" in result || address === "") return result;
    const node = resolver.find(result.node, address.split("."), file);
    return node === undefined
      ? { missing: `Write ${address} into ${file}, or give a default after a comma.` }
      : { node };
  }

  private read(file: string, path: string, site: Site): LookupResult {
    const property = propertyOf(site);
    if (!/^[^\0-\x1f]+$/.test(file)) return { findings: variableSyntax(property, path, "say which file, in one line") };
    if (leavesProject(file)) return { findings: fileOutsideProject(property, path) };
    if (!/\.(ya?ml|json)$/i.test(file)) return { findings: fileNotData(property, path) };
    if (this.parsed.size >= MOST_FILES) {
      return { findings: fileUnreadable(property, path, `${MOST_FILES} files are read at most`) };
    }
    return this.parse(file, path, property);
  }

  private parse(file: string, path: string, property: string): LookupResult {
    const { text = "", trouble, problem = "" } = this.readFile(file);
    if (trouble === "missing") return { missing: `Write the file ${path}, or give a default after a comma.` };
    if (trouble === "outside") return { findings: fileOutsideProject(property, path) };
    if (trouble === "unreadable") return { findings: fileUnreadable(property, path, problem) };
    const { node, findings } = parseYaml(file, text, property);
    return node === undefined ? { findings } : { node };
  }
}

/** One name for each file: with slashes, and without `.` and `..` as far as they can go. */
function normalize(directory: string, path: string): string {
  const written = path.trim().replace(/\\/g, "/");
  const parts: string[] = [];
  for (const part of (isAbsolute(written) || directory === "" ? written : `${directory}/${written}`).split("/")) {
    const before = parts.at(-1);
    if (part === ".." && ![undefined, "..", ""].includes(before)) parts.pop();
    else if (part !== "." && (part !== "" || before === undefined)) parts.push(part);
  }
  return parts.join("/");
}

function isAbsolute(path: string): boolean {
  return /^(\/|~|[A-Za-z]:)/.test(path);
}

function leavesProject(file: string): boolean {
  return isAbsolute(file) || /^\.\.(\/|$)/.test(file);
}
