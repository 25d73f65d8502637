import { ConfigurationError, throwOnErrors } from "../rules/configuration-error";
import { bodyKeyUnmapped } from "../rules/gateway/body-key-unmapped";
import { keySyntax } from "../rules/gateway/key-syntax";
import { multiValueKey } from "../rules/gateway/multi-value-key";
import { Shape, checkShape, flag, text } from "../rules/input/shape";
import { wrongType } from "../rules/input/wrong-type";
import { CacheKeyParameter, KeyLocation, KeyProblem, keyParameterName, parseKey } from "./core/cache-key-parameter";

/** How a plain key is declared on the method. */
export interface CacheKeyOptions {
  /**
   * Whether a request validator refuses requests without the parameter.
   *
   * @default false
   */
  readonly required?: boolean;
}

/** How a key that is no parameter of the request reaches API Gateway. */
export interface MappedCacheKeyOptions {
  /**
   * The header of the integration request that carries the value to the cache, and to the backend.
   *
   * @default - made from what is mapped, such as `CacheKeyBody`
   */
  readonly header?: string;
}

const CACHE_KEY_OPTIONS: Shape<CacheKeyOptions> = { required: flag };
const MAPPED_CACHE_KEY_OPTIONS: Shape<MappedCacheKeyOptions> = { header: text };

const CACHE_KEY = Symbol.for("cdktf-api-caching.CacheKey");

const RULES: { readonly [problem in KeyProblem]: typeof keySyntax } = {
  syntax: keySyntax,
  "multi-value": multiValueKey,
  "body-unmapped": bodyKeyUnmapped,
};

/**
 * One cache key parameter: a part of the request that tells one cached answer from another. Names are case-sensitive.
 *
 * Each factory throws a `ConfigurationError` (rules `gateway/key-syntax`, `gateway/multi-value-key`,
 * `gateway/body-key-unmapped`) for a name that API Gateway would refuse.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
 */
export class CacheKey {
  /** A path parameter: `id` for `/cats/{id}`, `proxy` for `/cats/{proxy+}`. */
  public static path(name: string): CacheKey {
    return CacheKey.plain("path", name);
  }

  /** A query string parameter with one value. */
  public static query(name: string, options: CacheKeyOptions = {}): CacheKey {
    return CacheKey.plain("querystring", name, options);
  }

  /** A header with one value. */
  public static header(name: string, options: CacheKeyOptions = {}): CacheKey {
    return CacheKey.plain("header", name, options);
  }

  /** The whole request body. It also reaches the backend, in the header that carries it. */
  public static body(options: MappedCacheKeyOptions = {}): CacheKey {
    return CacheKey.mapped("method.request.body", "CacheKeyBody", options);
  }

  /**
   * A part of a JSON body.
   *
   * @param jsonPath without the leading `$.`, for example `cities[0].petCount`
   */
  public static bodyJsonPath(jsonPath: string, options: MappedCacheKeyOptions = {}): CacheKey {
    checkText("jsonPath", jsonPath);
    const path = jsonPath.startsWith("[") ? jsonPath : `.${jsonPath}`;
    return CacheKey.mapped(`method.request.body${path}`, headerFor("CacheKeyBody", jsonPath), options);
  }

  /**
   * A variable of the request's context, such as `authorizer.principalId` or `identity.sourceIp`.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
   */
  public static context(variable: string, options: MappedCacheKeyOptions = {}): CacheKey {
    checkText("variable", variable);
    return CacheKey.mapped(`context.${variable}`, headerFor("CacheKeyContext", variable), options);
  }

  /**
   * Reads the notation of the Serverless plugin: `request.path.id`, or `integration.request.header.body` together with
   * what it is mapped from.
   *
   * @param name the parameter's name
   * @param mappedFrom `method.request.body`, `method.request.body.JSONPATH`, `context.NAME` or `method.request.LOCATION.NAME`
   */
  public static parse(name: string, mappedFrom?: string, options: CacheKeyOptions = {}): CacheKey {
    checkText("name", name);
    if (mappedFrom !== undefined) checkText("mappedFrom", mappedFrom);
    throwOnErrors(checkShape(options, CACHE_KEY_OPTIONS, "options", () => false));
    const parsed = parseKey(name, mappedFrom, options.required);
    if (parsed.key !== undefined) return new CacheKey(parsed.key);
    const found = mappedFrom === undefined ? name : { name, mappedFrom };
    throw new ConfigurationError(RULES[parsed.problem]("the cache key", found, parsed.hint));
  }

  /** Whether a value is a cache key, of whichever copy of this library. */
  public static isCacheKey(value: any): boolean {
    return typeof value === "object" && value !== null && CACHE_KEY in value;
  }

  private static plain(location: KeyLocation, name: string, options?: CacheKeyOptions): CacheKey {
    checkText("name", name);
    return CacheKey.parse(`request.${location}.${name}`, undefined, options);
  }

  private static mapped(mappedFrom: string, defaultHeader: string, options: MappedCacheKeyOptions): CacheKey {
    throwOnErrors(checkShape(options, MAPPED_CACHE_KEY_OPTIONS, "options", () => false));
    return CacheKey.parse(`integration.request.header.${options.header ?? defaultHeader}`, mappedFrom);
  }

  /** The name that API Gateway knows the key by, such as `method.request.path.id`. */
  public readonly parameterName: string;

  /** @internal */
  public readonly _parameter: CacheKeyParameter;

  private constructor(parameter: CacheKeyParameter) {
    Object.defineProperty(this, CACHE_KEY, { value: true });
    this._parameter = parameter;
    this.parameterName = keyParameterName(parameter);
  }
}

function checkText(property: string, value: unknown): void {
  if (typeof value !== "string") throw new ConfigurationError([wrongType(property, value, "a string")]);
}

function headerFor(prefix: string, mappedFrom: string): string {
  return `${prefix}-${mappedFrom.replace(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "")}`;
}
