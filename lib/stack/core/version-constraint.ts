const VERSION = /\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?/.source;
const CONDITION = `\\s*(?:=|!=|>=?|<=?|~>)?\\s*${VERSION}\\s*`;
const CONSTRAINT = new RegExp(`^${CONDITION}(?:,${CONDITION})*$`);

/**
 * Whether Terraform reads the text as a version constraint, such as `>= 5.9, < 7.0`.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */
export function isVersionConstraint(text: string): boolean {
  return CONSTRAINT.test(text);
}

/** The range that a module asks for, which was written against this version or this constraint of a provider. */
export function rangeFrom(pinned: string | undefined): string | undefined {
  if (pinned === undefined || !/^\s*[v\d]/.test(pinned)) return pinned;
  return `>= ${pinned.trim().replace(/^v/, "")}`;
}
