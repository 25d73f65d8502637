import { isCredential } from "../../../lib/check/core/provider-credentials";

const TOKEN = "v4lY0pXq2Rr8TnW6cKjB-sDhG5eZ7uMoF9aI3xLw";
const PROVIDER = ["provider", "cloudflare", 0, "api_token"];

test.each([
  [PROVIDER],
  [["provider", "cloudflare", "api_key"]],
  [["provider", 0, "cloudflare", 1, "api_user_service_key"]],
  [["provider", "aws", 0, "secret_key"]],
  [["terraform", 0, "backend", "s3", "secret_key"]],
  [["provider_config", "cloudflare", "expressions", "api_token", "constant_value"]],
  [["provider_config", "module.edge:aws.east", "expressions", "secret_key", "constant_value"]],
])("credentials are at %j", (path) => expect(isCredential(path, TOKEN)).toBe(true));

test.each([
  [["provider", "cloudflare", "email"]],
  [["provider", "aws", "access_key"]],
  [["provider", "aws", "assume_role", "secret_key"]],
  [["provider", "constructor", "length"]],
  [["provider", "aws", "api_token"]],
  [["resource", "cloudflare", "api_token"]],
  [["terraform", "backend", "s3", "key"]],
  [["provider_config", "cloudflare", "expressions", "api_token", "references"]],
  [["provider_config", "cloudflare", "version_constraint"]],
  [["provider_config", "cloudflares", "expressions", "api_token", "constant_value"]],
  [[]],
])("none are at %j", (path) => expect(isCredential(path, TOKEN)).toBe(false));

test.each([
  [TOKEN, true],
  ["a1b2c3d4e5f60718293a4b5c6d7e8f9012345", true],
  ["Abcdefgh1jklmnop", true],
  [`wJal+XUt/FEMI${"K7MDENG"}bPxRfiCY9zz=`, true],
  ["${var.token}", false],
  ["${var.token_1234567890abcdef}", false],
  ["", false],
  ["test", false],
  ["Abcdefgh1jklmno", false],
  ["mock-secret-1234567890", false],
  ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", false],
  ["a0a0a0a0a0a0a0a0a0a0a0a0", false],
  ["nodigitsinhereatall", false],
  ["01234567890123456789", false],
  ["v4lY0pXq 2Rr8TnW6 cKjB1sDh", false],
])("%s may be used: %s", (text, expected) => expect(isCredential(PROVIDER, text)).toBe(expected));
