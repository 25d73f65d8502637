const LONGEST = 120;

/** A value of any type as one short line of an error message; never throws. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "not set";
  if (typeof value === "symbol") return shorten(`Symbol(${value.description?.replace(/\s+/g, " ") ?? ""})`);
  if (typeof value === "function") return `a function (${nameOf(value)})`;
  if (typeof value !== "string" && typeof value !== "object") return String(value);
  return shorten(asJson(value));
}

/** The same value, unless a private key is in it, which no message and no finding may show. */
export function withoutPrivateKey(value: unknown): unknown {
  const text = typeof value === "string" ? value : asJson(value);
  return text.includes("PRIVATE KEY") ? "a private key" : value;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeOf(value);
  } catch {
    return typeOf(value);
  }
}

function typeOf(value: unknown): string {
  try {
    return `an object of type ${Object.prototype.toString.call(value).slice(8, -1)}`;
  } catch {
    return "an object";
  }
}

function nameOf(value: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(value, "name")?.value;
  return typeof name === "string" && name !== "" ? name : "without a name";
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
