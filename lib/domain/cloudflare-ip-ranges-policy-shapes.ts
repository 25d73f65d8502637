import { Shape, anyObject, literal, required } from "../rules/input/shape";
import { apiStage } from "./api-domain-shapes";
import { CloudflareIpRangesPolicyProps } from "./cloudflare-ip-ranges-policy-props";

export const CLOUDFLARE_IP_RANGES_POLICY_PROPS: Shape<CloudflareIpRangesPolicyProps> = {
  api: required(apiStage),
  acknowledgements: literal(anyObject),
  provider: anyObject,
  cloudflareProvider: anyObject,
};
