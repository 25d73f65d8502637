import { TerraformProvider } from "cdktf";
import { ILambdaTarget } from "../gateway/rest-integration";

/** An HTTP API in front of one Lambda function. */
export interface HttpApiProps {
  /** The function or alias that answers every request. Its permission is made. */
  readonly lambdaFunction: ILambdaTarget;

  /**
   * The name of the API.
   *
   * @default - the id of the construct
   */
  readonly apiName?: string;

  /**
   * The description of the API.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * The origins whose pages may call the API with any verb, such as `https://www.example.com`; `*` for all of them.
   * API Gateway answers their preflight requests, and lets them send the headers `authorization` and `content-type`.
   *
   * @default - no page of another origin may
   */
  readonly corsOrigins?: string[];

  /**
   * Whether the address that AWS gives the API is switched off, so that only a custom domain answers.
   *
   * @default - on as soon as an ApiDomain serves the API
   */
  readonly disableExecuteApiEndpoint?: boolean;

  /**
   * Tags of the API and of its stage.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };

  /**
   * The AWS provider of every resource.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;
}
