import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const sharedCacheNamespaceRule = defineRule({
  id: "gateway/shared-cache-namespace",
  severity: Severity.WARNING,
  cause: "what is cached apart shares a cache namespace",
  explanation: "Methods with the same namespace and the same key values answer with each other's entries.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
});

/** @param other the property that has the namespace first */
export function sharedCacheNamespace(property: string, namespace: string, other: string): Finding[] {
  return [
    sharedCacheNamespaceRule.finding({
      property,
      found: namespace,
      allowed: "a namespace of its own for each method",
      change: `Rename it: ${other} has the same one.`,
    }),
  ];
}

/** A method that answers every verb has one namespace for all of them. */
export function verbsShareNamespace(property: string, verbs: readonly string[]): Finding[] {
  return [
    sharedCacheNamespaceRule.finding({
      property,
      found: verbs,
      allowed: "one cached verb for a method, because a method has one namespace",
      change: "Declare the verbs as methods of their own, or acknowledge the warning if they answer alike.",
    }),
  ];
}
