export { type CloudflareDump, type CloudflareEvent } from "./cloud";
export * from "./start";
