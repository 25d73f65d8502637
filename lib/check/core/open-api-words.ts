import { Finding } from "../../rules/finding";
import { reworded } from "./found";

/** What Terraform's arguments and API Gateway's names are in the document of an API; longer words first. */
const WORDS: readonly (readonly [terraform: RegExp, openApi: string])[] = [
  [
    /(?:the cache key parameters|cache_key_parameters),? and to the request parameters of the method/g,
    "cacheKeyParameters, and the parameter that it names to the parameters of the operation",
  ],
  [/\bAdd method\.request\.path\.(\S+) there/g, "Add the parameter $1 (in: path) there"],
  [/\bAdd method\.request\.querystring\.(\S+) there/g, "Add the parameter $1 (in: query) there"],
  [/\bAdd method\.request\.header\.(\S+) there/g, "Add the parameter $1 (in: header) there"],
  [/\bcache_key_parameters\b/g, "cacheKeyParameters"],
  [/\brequest_parameters\b/g, "requestParameters"],
  [/\bcache_namespace\b/g, "cacheNamespace"],
  [/\bthe method a request validator\b/g, "the operation an x-amazon-apigateway-request-validator"],
];

/** A finding about the body of an API, in the words of OpenAPI; any other as it is. */
export function inOpenApiWords(finding: Finding): Finding {
  if (!finding.property.startsWith("body.")) return finding;
  const change = WORDS.reduce((text, [terraform, openApi]) => text.replace(terraform, openApi), finding.change);
  return change === finding.change ? finding : reworded(finding, { change });
}
