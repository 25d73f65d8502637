import { LivePermission } from "../../../../lib/adopt/core/questions";
import { API, outcomeOf, stackWith, told, World } from "../../support/adopted";

const SOURCE = `arn:aws:execute-api:eu-central-1:123456789012:${API}/*/*`;
const DECLARED = {
  function_name: "${data.aws_lambda_function.f.function_name}",
  action: "lambda:InvokeFunction",
  principal: "apigateway.amazonaws.com",
  source_arn: "${aws_api_gateway_rest_api.api.execution_arn}/*/*",
};
const LIVE: LivePermission = {
  statementId: "allow",
  action: "lambda:InvokeFunction",
  principal: "apigateway.amazonaws.com",
  sourceArn: SOURCE,
};
const given = { restApiIds: [{ value: API }] };
const outcome = (attributes: object, permissions?: readonly LivePermission[], isNew: readonly string[] = []) => {
  const stack = stackWith(
    { aws_api_gateway_rest_api: { api: {} }, aws_lambda_permission: { x: { ...DECLARED, ...attributes } } },
    { data: { aws_lambda_function: { f: { function_name: "cats" } } } },
  );
  const world: World = permissions === undefined ? {} : { permissions };
  const said = isNew.length > 0 ? { isNew } : given;
  return told(outcomeOf("aws_lambda_permission.x", { stack, given: said, world }));
};

const TAKEN = "unresolved: --id aws_lambda_permission.x=cats/allow | --new aws_lambda_permission.x";

test.each<[string, object, readonly LivePermission[] | undefined, string]>([
  ["the same", {}, [LIVE], "import cats/allow"],
  ["the same beside others", {}, [{ ...LIVE, statementId: "other", sourceArn: "arn" }, LIVE], "import cats/allow"],
  ["for another API", {}, [{ ...LIVE, sourceArn: SOURCE.replace(API, `x${API}`) }], "new"],
  ["for one method", {}, [{ ...LIVE, sourceArn: SOURCE.replace("/*/*", "/prod/GET") }], "new"],
  ["for another action", {}, [{ ...LIVE, action: "lambda:GetFunction" }], "new"],
  ["for another service", {}, [{ ...LIVE, principal: "s3.amazonaws.com" }], "new"],
  ["for everybody", {}, [{ ...LIVE, sourceArn: undefined }], "new"],
  ["with another statement id", { statement_id: "mine" }, [LIVE], "new"],
  ["for something else under the same statement id", { statement_id: "allow" }, [{ ...LIVE, sourceArn: "arn" }], TAKEN],
  ["of a source that cannot be compared, under the same statement id", { statement_id: "allow", source_arn: "${var.arn}" }, [LIVE], TAKEN], // prettier-ignore
  ["not read, under a statement id", { statement_id: "allow" }, undefined, TAKEN],
  ["of an alias, under a statement id", { statement_id: "allow", qualifier: "live" }, [LIVE], TAKEN],
  ["of no alias", { qualifier: null }, [LIVE], "import cats/allow"],
  ["with the same statement id", { statement_id: "allow" }, [LIVE], "import cats/allow"],
  ["of a source that is written down", { source_arn: SOURCE }, [LIVE], "import cats/allow"],
  ["of a source that cannot be compared", { source_arn: "${var.arn}" }, [LIVE], "new"],
  ["of an alias", { qualifier: "live" }, [LIVE], "new"],
  ["not read", {}, undefined, "new"],
])("a permission that is %s", (_name, attributes, permissions, expected) => {
  expect(outcome(attributes, permissions)).toBe(expected);
});

test("for an API that is new is new", () => {
  expect(outcome({}, [LIVE], ["aws_api_gateway_rest_api.api"])).toBe("new");
});
