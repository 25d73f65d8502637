import { DefaultTokenResolver, StringConcat, TerraformElement, TerraformResource, Tokenization } from "cdktf";
import { IConstruct } from "constructs";

/** A value with its references written out, such as `${aws_api_gateway_resource.cats.id}`. Registers nothing. */
export function writeOut(scope: IConstruct, value: unknown): unknown {
  return Tokenization.resolve(value, {
    scope,
    preparing: false,
    resolver: new DefaultTokenResolver(new StringConcat()),
  });
}

/**
 * The name of an element as things are. Once CDKTF's own `friendlyUniqueId` has been read, a later `overrideLogicalId`
 * of the user's has no effect, without a word.
 */
export function presentName(element: TerraformElement): string {
  const { _friendlyUniqueId: read, _logicalIdOverride: given } = element as unknown as {
    readonly [name: string]: string | undefined;
  };
  return read || given || element.cdktfStack.getLogicalId(element);
}

/** The address of a resource as `depends_on` takes it. */
export function address(resource: Pick<TerraformResource, "terraformResourceType" | "friendlyUniqueId">): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/** The address of a resource of the user's: CDKTF refuses to override its logical id from now on. */
export function pinnedAddress(resource: TerraformResource): string {
  // That it is read is what CDKTF goes by.
  void resource.fqn;
  return address(resource);
}

/**
 * A reference to an attribute of a resource of the library's own, within the construct that made it: a token would
 * capture a stack trace, and be resolved three times.
 */
export function ownReference(resource: TerraformResource, attribute: string): string {
  return `\${${address(resource)}.${attribute}}`;
}

/**
 * A reference to an attribute within one stack, written as it ends up: a token that hundreds of settings share would
 * be resolved anew for each of them.
 */
export function referenceTo(resource: TerraformResource, attribute: string): string {
  return `\${${pinnedAddress(resource)}.${attribute}}`;
}
