/** The verbs that a REST API method setting can name; `ANY` is a method, never a setting. */
export const HTTP_VERBS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const;

export type HttpVerb = (typeof HTTP_VERBS)[number];

/** A concrete verb, or `ANY` for a method that takes all of them. */
export type MethodVerb = HttpVerb | "ANY";

export function isHttpVerb(text: string): text is HttpVerb {
  return (HTTP_VERBS as readonly string[]).includes(text);
}

/** Reads a verb in any case; undefined for what is none. */
export function parseVerb(text: string): MethodVerb | undefined {
  const verb = text.toUpperCase();
  return verb === "ANY" || isHttpVerb(verb) ? verb : undefined;
}
