import { encodeName } from "../../stack/encode-name";

const LONGEST_KEY = 300;
const CHARACTERS = /^[A-Za-z0-9$\-_.+!*'()/]+$/;

/** What keeps a text from being the key of a mapping, and what to change; undefined if nothing does. */
export function mappingKeyProblem(key: string): { readonly cause: string; readonly change: string } | undefined {
  if (key === "") return undefined;
  if (/^\/|\/$|\/\//.test(key)) {
    const better = slashesOnce(key);
    return {
      cause: "it has a slash at an end, or two in a row",
      change: better === "" ? "Leave the path out to map everything." : `Write ${JSON.stringify(better)}.`,
    };
  }
  if (!CHARACTERS.test(key)) {
    const found = [...key].find((character) => !CHARACTERS.test(character))!;
    return { cause: `${JSON.stringify(found)} cannot be part of it`, change: "Use another path." };
  }
  return key.length > LONGEST_KEY
    ? { cause: `it is longer than ${LONGEST_KEY} characters`, change: "Shorten the path." }
    : undefined;
}

/** Whether it has more than one level; only regional domains have such keys, and only version 2 of AWS's API does. */
export function isMultiLevel(key: string): boolean {
  return key.includes("/");
}

/** The end of a mapping's Terraform name: `mapping`, `mapping_v1`, `mapping_v1_orders`. No two keys share one. */
export function mappingId(key: string): string {
  return ["mapping", ...key.split("/").filter((part) => part !== "")].map(encodeName).join("_");
}

/**
 * What a longer key leaves of a shorter one: `/orders` of `v1` and `v1/orders`; undefined if the one is not below the
 * other.
 */
export function pathBelow(key: string, longer: string): string | undefined {
  if (key === "") return longer === "" ? undefined : `/${longer}`;
  return longer.startsWith(`${key}/`) ? longer.slice(key.length) : undefined;
}

function slashesOnce(key: string): string {
  return key
    .split("/")
    .filter((part) => part !== "")
    .join("/");
}
