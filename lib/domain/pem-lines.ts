import { Fn, Token } from "cdktf";
import { isUnknown } from "../stack/is-unknown";

/**
 * PEM that ends with one line end, as Cloudflare gives it back: without it the provider replaces the certificate at
 * every plan.
 *
 * Source: https://github.com/cloudflare/terraform-provider-cloudflare/issues/5714
 */
export function pemLines(pem: string): string {
  if (!isUnknown(pem)) return `\${format("%s\\n", ${JSON.stringify(pem.trim())})}`;
  return Token.asString(Fn.format(Fn.rawString("%s\\n"), [Fn.trimspace(pem)]));
}
