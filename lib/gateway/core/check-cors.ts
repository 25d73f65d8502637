import { Finding } from "../../rules/finding";
import { corsCredentials } from "../../rules/gateway/cors-credentials";
import { corsValue } from "../../rules/gateway/cors-value";
import { IsUnknown, whenKnown } from "../../rules/known";
import { Preflight, hasSubdomains } from "./open-api/preflight";

const HEADER = /^(\*|[A-Za-z0-9!#$%&*+.^_|~-]+)$/;
const VERB = /^(\*|[A-Z]+)$/;

/** `*`, or a scheme and a host without a path, as a browser sends it; `*.` before a host is any subdomain of it. */
const ORIGIN = /^(\*|[a-z][a-z0-9+.-]*:\/\/(\*\.)?[A-Za-z0-9.-]+(:[0-9]+)?)$/;

const ALLOWED_ORIGINS =
  "* or an origin such as https://www.example.com, without a path, or https://*.example.com for all subdomains";

/** What is wrong with the origins, verbs and headers that CORS allows. `property` is what it is called. */
export function checkCors(
  cors: Partial<Preflight> & Pick<Preflight, "allowOrigins">,
  property: string,
  isUnknown: IsUnknown,
): Finding[] {
  const { allowOrigins, allowCredentials } = cors;
  const check = (name: keyof Preflight, values: readonly string[] | undefined, pattern: RegExp, allowed: string) =>
    (values ?? []).flatMap((value, index) =>
      isLeftOpen(value, isUnknown) || pattern.test(value)
        ? []
        : corsValue(`${property}.${name}[${index}]`, value, allowed),
    );
  return [
    ...(allowOrigins.length === 0 ? corsValue(`${property}.allowOrigins`, allowOrigins, "at least one origin") : []),
    ...(allowCredentials && allowOrigins.includes("*")
      ? corsCredentials(`${property}.allowOrigins`, allowOrigins)
      : []),
    ...whenKnown(cors.maxAgeSeconds, isUnknown, (seconds) =>
      Number.isInteger(seconds) && seconds >= 0
        ? []
        : corsValue(`${property}.maxAgeSeconds`, seconds, "a whole number of seconds, at least 0"),
    ),
    ...check("allowOrigins", allowOrigins, ORIGIN, ALLOWED_ORIGINS),
    ...check("allowMethods", cors.allowMethods, VERB, "* or a verb in upper case"),
    ...check("allowHeaders", cors.allowHeaders, HEADER, "* or the name of a header"),
    ...check("exposeHeaders", cors.exposeHeaders, HEADER, "* or the name of a header"),
  ];
}

/** Of a host whose subdomains are meant a pattern is made, which Terraform cannot do later. */
function isLeftOpen(value: string, isUnknown: IsUnknown): boolean {
  return isUnknown(value) && !(typeof value === "string" && hasSubdomains(value));
}
