import { Credentials } from "../../../edge/core/credential-test";
import { NamedHost } from "../../../edge/core/host-test";
import { PlainRule } from "../../../edge/core/plain-rules";
import { isUnset, knownFlag } from "../values";

/** What the requests with credentials have. */
const REQUESTS: readonly Credentials[] = [
  { authorization: true, cookie: false },
  { authorization: false, cookie: true },
  { authorization: true, cookie: true },
];

const NONE: Credentials = { authorization: false, cookie: false };

/**
 * Whether a rule keeps no answer to a request to a host that has credentials, as far as it can be seen: by its own
 * condition, or because a later rule passes that request on.
 */
export function passesCredentials(rule: PlainRule, later: readonly PlainRule[], host: NamedHost): boolean {
  const bypasses = later.filter(mayBypass);
  return REQUESTS.every((credentials) => {
    const isKept = /^(all|some)$/.test(rule.matches({ host, credentials }));
    return !isKept || bypasses.some((bypass) => mayPassOn(bypass, host, credentials));
  });
}

/** A rule for some paths counts if it is one for credentials. */
function mayPassOn({ matches }: PlainRule, host: NamedHost, credentials: Credentials): boolean {
  const verdict = matches({ host, credentials });
  return verdict === "some" ? matches({ host, credentials: NONE }) === "none" : verdict !== "none";
}

/** What is not known may be just that. */
function mayBypass({ isEnabled, parameters: { cache } }: PlainRule): boolean {
  return isEnabled !== false && !isUnset(cache) && knownFlag(cache) !== true;
}
