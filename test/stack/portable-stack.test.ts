import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { App, LocalBackend, S3Backend, TerraformStack, Testing } from "cdktf";
import { PortableStack } from "../../lib";

interface Backend {
  readonly local?: { readonly path: string };
  readonly s3?: object;
}

let project: string;

beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), "cdktf-api-caching-")));
  jest.spyOn(process, "cwd").mockReturnValue(project);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const app = (outdir = join(project, "cdktf.out")) => new App({ outdir });

function backendOf(stack: TerraformStack): Backend {
  stack.prepareStack();
  return stack.toTerraform().terraform.backend;
}

test("the state is where CDKTF keeps it, without the path of the machine", () => {
  const { path } = backendOf(new PortableStack(app(), "api")).local!;
  expect(path).toBe("../../../terraform.api.tfstate");
  expect(resolve(project, "cdktf.out/stacks/api", path)).toBe(backendOf(new TerraformStack(app(), "api")).local!.path);
});

test("an output directory outside of the project keeps its state to itself", () => {
  const outside = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
  expect(backendOf(new PortableStack(app(outside), "api")).local!.path).toBe("terraform.api.tfstate");
  rmSync(outside, { recursive: true });
});

test("a declared backend is left as it is", () => {
  const local = new PortableStack(app(), "local");
  new LocalBackend(local, { path: "mine.tfstate" });
  expect(backendOf(local)).toEqual({ local: { path: "mine.tfstate" } });

  const remote = new PortableStack(app(), "remote");
  new S3Backend(remote, { bucket: "states", key: "api" });
  expect(Object.keys(backendOf(remote))).toEqual(["s3"]);
});

test("another stack reads the state of the same file", () => {
  const stacks = app();
  const [one, other] = [new PortableStack(stacks, "one"), new PortableStack(stacks, "other")];
  one.ensureBackendExists().getRemoteStateDataSource(other, "state", "one");
  const { data } = JSON.parse(Testing.synth(other));
  expect(data.terraform_remote_state.state.config.path).toBe("../../../terraform.one.tfstate");
});
