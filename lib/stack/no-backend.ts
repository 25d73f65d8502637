import { TerraformBackend, TerraformRemoteState } from "cdktf";
import { Construct } from "constructs";

/** The backend of what has no state: CDKTF asks for one, and this one writes nothing. */
export class NoBackend extends TerraformBackend {
  public constructor(scope: Construct) {
    super(scope, "no-backend", "none");
  }

  public override toTerraform(): any {
    return {};
  }

  public override toHclTerraform(): any {
    return {};
  }

  public override getRemoteStateDataSource(_scope: Construct, _name: string, fromStack: string): TerraformRemoteState {
    throw new Error(`${fromStack} is a module and has no state`);
  }
}
