import { MethodVerb } from "../../../gateway/core/http-verb";
import { MethodFacts } from "../../../gateway/core/plan-input";
import { ResourcePath } from "../../../gateway/core/resource-path";
import { Place } from "../found";

/** A method of a REST API, from resources or from an OpenAPI document. */
export interface ApiMethod {
  /** What tells its API from others. */
  readonly api: string;
  /** Undefined where it is not known, or no path. */
  readonly path: ResourcePath | undefined;
  /** Undefined where it is not known. */
  readonly verb: MethodVerb | undefined;
  /** Without its keys and mappings. */
  readonly facts: MethodFacts;
  /** The names of its cache keys; undefined where not all are known, or its integration is not seen. */
  readonly keys: readonly string[] | undefined;
  /** The parameters of its integration; undefined where not all are known. */
  readonly mappings: { readonly [name: string]: string } | undefined;
  /** The parameters that it declares, and whether a request has to have them; undefined where not all are known. */
  readonly declared: { readonly [name: string]: boolean } | undefined;
  /** What tells its cached answers from those of other methods; undefined where that is not known. */
  readonly namespace: string | undefined;
  readonly keysAt: Place;
  readonly mappingsAt: Place;
  readonly declaredAt: Place;
  readonly namespaceAt: Place;
}

/** What is seen of a REST API. */
export interface SeenApi {
  readonly methods: readonly ApiMethod[];
  /** Whether these are all of its methods. */
  readonly isWhole: boolean;
  /** The operations of its OpenAPI document, as verb and path; undefined where it has none, or not all are known. */
  readonly operations: readonly string[] | undefined;
}
