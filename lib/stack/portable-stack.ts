import { isAbsolute, join, relative } from "node:path";
import { App, LocalBackend, TerraformBackend, TerraformStack } from "cdktf";

/**
 * A stack whose default backend names no path of the machine that synthesizes it, so that everybody's Terraform JSON
 * is the same. The state is in the file where CDKTF keeps it, `terraform.<stack>.tfstate` beside `cdktf.out`, but the
 * path is written relative to the stack's directory. A backend that is declared is left as it is.
 *
 * Of a stack that has been deployed with CDKTF's own default, the next `terraform init` asks for `-reconfigure`: the
 * file is the same.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/local
 */
export class PortableStack extends TerraformStack {
  public override ensureBackendExists(): TerraformBackend {
    const declared = this.node.findAll().find((construct) => TerraformBackend.isBackend(construct));
    return (declared as TerraformBackend | undefined) ?? new LocalBackend(this, { path: statePath(this) });
  }
}

/** Where `cdktf.out` is outside of the project, the way back would name the directories between. */
function statePath(stack: TerraformStack): string {
  const file = `terraform.${stack.node.id}.tfstate`;
  const project = process.cwd();
  const directory = join(App.of(stack).outdir, "stacks", stack.node.id);
  const fromProject = relative(project, directory);
  if (fromProject.startsWith("..") || isAbsolute(fromProject)) return file;
  return join(relative(directory, project), file).replace(/\\/g, "/");
}
