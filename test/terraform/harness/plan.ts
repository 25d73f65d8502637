/** A plan of Terraform. */
export interface Plan {
  /** Whether Terraform wants no change, neither of resources nor of outputs. */
  readonly isEmpty: boolean;
  /** The resources that would change, without those that stay. */
  readonly resourceChanges: readonly ResourceChange[];
  /** The plan as Terraform prints it. */
  readonly text: string;
}

export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  /** One of create, update, delete, or two of them for a replacement. */
  readonly actions: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  /** The same shape with `true` where the value is known only after the apply. */
  readonly afterUnknown: unknown;
}

/** What `terraform show -json` prints of a plan. */
export interface PlanDocument {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: unknown;
      readonly after: unknown;
      readonly after_unknown: unknown;
    };
  }[];
}

export function changesOf(document: PlanDocument): ResourceChange[] {
  const changes = (document.resource_changes ?? []).map(({ address, type, change }) => ({
    address,
    type,
    actions: change.actions,
    before: change.before,
    after: change.after,
    afterUnknown: change.after_unknown,
  }));
  return changes.filter(({ actions }) => !actions.every((action) => action === "no-op" || action === "read"));
}

/** The addresses that a plan touches, by what it does to them: `{ create: [...], "delete,create": [...] }`. */
export function addressesByAction(plan: Plan): Record<string, string[]> {
  const byAction: Record<string, string[]> = {};
  for (const { address, actions } of plan.resourceChanges) {
    (byAction[actions.join(",")] ??= []).push(address);
  }
  return byAction;
}
