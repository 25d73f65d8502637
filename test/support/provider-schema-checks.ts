/** Whether a value is only known when Terraform runs. */
export type IsUnknown = (value: unknown) => boolean;

/** Something that the provider, or the API behind it, refuses though the schema allows it. */
export interface Problem {
  /** Where in the configuration, like `rules[0].action`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Says what is wrong with a value, which is neither absent nor unknown itself. */
export type Check = (value: unknown, isUnknown: IsUnknown) => string | undefined;

/**
 * Checks by place. A place is a path in which `name[]` means every element of a list and `name{}` every value of a
 * map; an empty one means the whole.
 */
export interface Checks {
  readonly [place: string]: Check;
}

/** Null or left out. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

export const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `${JSON.stringify(value)} is not a whole number from ${least} to ${most}`;

export const oneOf =
  (...allowed: readonly (string | number)[]): Check =>
  (value) =>
    allowed.includes(value as string) ? undefined : `${JSON.stringify(value)} is not one of ${allowed.join(", ")}`;

export const shorterThan =
  (limit: number): Check =>
  (value) =>
    String(value).length < limit ? undefined : `has ${String(value).length} characters, and may have ${limit - 1}`;

export const notEmpty: Check = (value) => (Object.keys(present(value)).length > 0 ? undefined : "is empty");

export const exactlyOne =
  (...names: readonly string[]): Check =>
  (value) => {
    const given = names.filter((name) => name in present(value));
    return given.length === 1 ? undefined : `takes exactly one of ${names.join(", ")}, and has ${given.length}`;
  };

export const atMostOne =
  (...names: readonly string[]): Check =>
  (value) =>
    names.filter((name) => name in present(value)).length < 2 ? undefined : `takes at most one of ${names.join(", ")}`;

/** The members of an object that are given. */
export function present(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value as object).filter(([, member]) => !isAbsent(member)));
}

/** What the checks say about a configuration. */
export function problemsOf(checks: Checks, config: unknown, isUnknown: IsUnknown): Problem[] {
  return Object.entries(checks).flatMap(([place, check]) =>
    valuesAt(config, place, isUnknown).flatMap(({ path, value }) => {
      const message = check(value, isUnknown);
      return message === undefined ? [] : [{ path, message }];
    }),
  );
}

interface Member {
  readonly path: string;
  readonly value: unknown;
}

function valuesAt(root: unknown, place: string, isUnknown: IsUnknown): Member[] {
  const steps = place === "" ? [] : place.split(".");
  const whole: Member[] = [{ path: "", value: root }];
  return steps.reduce((found, step) => found.flatMap((member) => inside(member, step, isUnknown)), whole);
}

function inside({ path, value }: Member, step: string, isUnknown: IsUnknown): Member[] {
  const [, name = "", many] = /^(\w+)(\[\]|\{\})?$/.exec(step) ?? [];
  const member = (value as Record<string, unknown>)[name];
  const here = path === "" ? name : `${path}.${name}`;
  const found: Member[] = [{ path: here, value: member }].filter((one) => isKnown(one.value, isUnknown));
  if (many === undefined) return found;
  return found
    .flatMap((one) => Object.entries(one.value as object))
    .map(([key, element]) => ({ path: `${here}[${key}]`, value: element }))
    .filter((one) => isKnown(one.value, isUnknown));
}

function isKnown(value: unknown, isUnknown: IsUnknown): boolean {
  return !isAbsent(value) && !isUnknown(value);
}
