import { Importers } from "../situation";
import { CERTIFICATE_IMPORTERS } from "./certificate";
import { CLOUDFLARE_IMPORTERS } from "./cloudflare";
import { DOMAIN_IMPORTERS } from "./domain";
import { HTTP_API_IMPORTERS } from "./http-api";
import { PERMISSION_IMPORTERS } from "./permission";
import { REST_API_IMPORTERS } from "./rest-api";
import { REST_METHOD_IMPORTERS } from "./rest-methods";

/** What is known of each type that this library makes, or stands beside. */
export const IMPORTERS: Importers = {
  ...REST_API_IMPORTERS,
  ...REST_METHOD_IMPORTERS,
  ...HTTP_API_IMPORTERS,
  ...DOMAIN_IMPORTERS,
  ...CERTIFICATE_IMPORTERS,
  ...PERMISSION_IMPORTERS,
  ...CLOUDFLARE_IMPORTERS,
};
