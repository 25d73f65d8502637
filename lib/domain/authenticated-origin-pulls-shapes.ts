import {
  OptionType,
  Shape,
  anyObject,
  flag,
  isRecord,
  literal,
  made,
  mapOf,
  required,
  text,
} from "../rules/input/shape";
import { wrongType } from "../rules/input/wrong-type";
import { isUnknown } from "../stack/is-unknown";
import { AuthenticatedOriginPullsProps } from "./authenticated-origin-pulls-props";

/** What serves as a zone, whichever copy of this library made it. */
export const cloudflareZone: OptionType = made(
  "a CloudflareZone",
  (value) => isRecord(value) && (isUnknown(value.zoneId) || (typeof value.zoneId === "string" && value.zoneId !== "")),
);

/** A text of which no message may show anything. */
const secret: OptionType = {
  ...text,
  check: (value, property) =>
    typeof value === "string" ? [] : [wrongType(property, `a value of type ${typeof value}`, text.description)],
};

export const AUTHENTICATED_ORIGIN_PULLS_PROPS: Shape<AuthenticatedOriginPullsProps> = {
  zone: required(cloudflareZone),
  clientCertificate: secret,
  clientPrivateKey: secret,
  clientCa: secret,
  manageZone: literal(flag),
  bucketName: text,
  trustStoreKey: text,
  tags: mapOf(text),
  acknowledgements: literal(anyObject),
  provider: anyObject,
};
