/** The endpoint of an API that has none: API Gateway deploys no API without a method. */
export const PLACEHOLDER = { method: "GET", path: "/" } as const;
