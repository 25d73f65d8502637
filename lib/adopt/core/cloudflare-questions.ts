import { JsonReader } from "./json-reader";
import { Answers, Kind } from "./questions";

/** How one kind of question is put to Cloudflare, and how its answer is read. */
export interface CloudflareQuestion<T> {
  /** The path of the API, with its query. */
  path(about: readonly string[]): string;
  /** The name of the list that `result` is, for a list that has several pages. */
  readonly isList: boolean;
  /** Undefined for something that does not exist, although there is an answer. */
  read(results: readonly JsonReader[], about: readonly string[]): T | undefined;
}

const encoded = encodeURIComponent;

/** Every kind of question that is for Cloudflare. */
export const CLOUDFLARE_QUESTIONS: { readonly [K in Kind]?: CloudflareQuestion<Answers[K]> } = {
  zone: {
    path: ([name = ""]) => `/zones?name=${encoded(name)}`,
    isList: true,
    read: (results, [name]) => results.find((one) => one.text("name") === name)?.text("id"),
  },
  dnsRecords: {
    path: ([zone = "", name = ""]) => `/zones/${encoded(zone)}/dns_records?name=${encoded(name)}`,
    isList: true,
    read: (results, [, name = ""]) =>
      results
        .filter((one) => one.text("name")?.toLowerCase() === name.toLowerCase())
        .map((one) => ({ id: one.text("id") ?? "", type: one.text("type") ?? "", content: one.text("content") })),
  },
  rulesets: {
    path: ([zone = ""]) => `/zones/${encoded(zone)}/rulesets`,
    isList: true,
    read: (results) =>
      results.map((one) => ({
        id: one.text("id") ?? "",
        phase: one.text("phase") ?? "",
        kind: one.text("kind") ?? "",
        name: one.text("name") ?? "",
      })),
  },
  ruleset: {
    path: ([zone = "", id = ""]) => `/zones/${encoded(zone)}/rulesets/${encoded(id)}`,
    isList: false,
    read: ([ruleset]) =>
      (ruleset?.list("rules") ?? []).map((rule) => ({
        ref: rule.text("ref"),
        description: rule.text("description"),
        expression: rule.text("expression"),
      })),
  },
  pageRules: {
    path: ([zone = ""]) => `/zones/${encoded(zone)}/pagerules`,
    isList: true,
    read: (results) =>
      results.map((one) => ({
        id: one.text("id") ?? "",
        target: one.list("targets")[0]?.object("constraint").text("value") ?? "",
      })),
  },
};
