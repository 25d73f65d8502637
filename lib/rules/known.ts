/** Tells whether a value is only known when Terraform runs, so that nothing can be said of it now. */
export type IsUnknown = (value: unknown) => boolean;

/** Runs a check on a value unless the value is unset, or known only when Terraform runs. */
export function whenKnown<T, R>(value: T | undefined, isUnknown: IsUnknown, check: (value: T) => R[]): R[] {
  return value === undefined || isUnknown(value) ? [] : check(value);
}
