/** What a stack's Terraform JSON says of addresses. */
export interface AddressedDocument {
  readonly resource?: { readonly [type: string]: { readonly [name: string]: unknown } };
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** The addresses of the resources that a stack manages, sorted. */
export function addressesOf({ resource = {} }: AddressedDocument): string[] {
  return Object.entries(resource)
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`))
    .sort();
}

/** The recorded addresses that a stack has no more, and says of none where it went: Terraform would destroy them. */
export function lostAddresses(recorded: readonly string[], document: AddressedDocument): string[] {
  const today = addressesOf(document);
  const moved = (document.moved ?? []).filter(({ to }) => today.includes(to)).map(({ from }) => from);
  return recorded.filter((address) => !today.includes(address) && !moved.includes(address));
}
