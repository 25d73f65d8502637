/** The types of a REST integration. */
export const INTEGRATION_TYPES = ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"] as const;

export type IntegrationType = (typeof INTEGRATION_TYPES)[number];
