/** How the connection to the origin gets its TLS mode. */
export enum StrictTls {
  /** By a configuration rule for the host. */
  HOST = "host",
  /** By the setting of the whole zone. */
  ZONE = "zone",
  /** By a page rule, which then carries the cache of the host too. */
  PAGE_RULE = "page-rule",
  /** It is in place already. */
  EXTERNAL = "external",
}

/** The certificate that visitors see. */
export enum EdgeCertificate {
  /** Universal SSL: the zone's own name and one label below it. */
  UNIVERSAL = "universal",
  /** A certificate pack of Advanced Certificate Manager. */
  ADVANCED = "advanced",
  /** Total TLS, which issues one for every proxied record. */
  TOTAL_TLS = "total-tls",
  /** One that was uploaded (Business and Enterprise). */
  CUSTOM = "custom",
}
