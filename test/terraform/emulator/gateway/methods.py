"""Methods: put and update."""

import copy
from typing import Any

from moto.apigateway.models import Method, RestAPI

from ..calls import Call
from ..replies import Reply, bad_request, conflict
from .integrations import MISSING_PARAMETER, drop_cache_keys
from .mapping_expressions import check_method_parameters
from .patch_operations import Patch, invalid_patch, patch_map, patches_of
from .store import method_of, resource_of, rest_api_of

VERBS = ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY"]
AUTHORIZATION_TYPES = ["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"]
WITH_AUTHORIZER = ["CUSTOM", "COGNITO_USER_POOLS"]


def put_method(call: Call) -> Reply:
    resource = resource_of(call)
    verb = call.parameters["http_method"]
    if verb in resource.resource_methods:
        raise conflict("Method already exists for this resource")
    method = built_method(rest_api_of(call), verb, call.body)
    resource.resource_methods[verb] = method
    return Reply(201, method_json(method))


def built_method(rest_api: RestAPI, verb: str, values: dict[str, Any]) -> Method:
    """A method from the fields of PutMethod, or the error that API Gateway would
    answer."""
    if verb not in VERBS:
        raise bad_request(
            f"Invalid HttpMethod specified. Valid options are {','.join(VERBS)}"
        )
    check_method_parameters(values.get("requestParameters") or {})
    method = Method(
        verb,
        values.get("authorizationType") or "NONE",
        authorizer_id=values.get("authorizerId"),
        authorization_scopes=values.get("authorizationScopes"),
        api_key_required=values.get("apiKeyRequired"),
        request_parameters=dict(values.get("requestParameters") or {}),
        request_models=dict(values.get("requestModels") or {}),
        operation_name=values.get("operationName"),
        request_validator_id=values.get("requestValidatorId"),
    )
    check_references(rest_api, method)
    return method


def check_references(rest_api: RestAPI, method: Method) -> None:
    """LocalStack snapshot: test_put_method_validation."""
    if method.authorization_type not in AUTHORIZATION_TYPES:
        raise bad_request(
            "Invalid authorization type specified. Valid options are [NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS]"
        )
    if (
        method.authorization_type in WITH_AUTHORIZER
        and method.authorizer_id not in rest_api.authorizers
    ):
        raise bad_request(
            "Invalid authorizer ID specified. "
            "Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer."
        )
    if (
        method.request_validator_id
        and method.request_validator_id not in rest_api.request_validators
    ):
        raise bad_request("Invalid Request Validator identifier specified")


def method_json(method: Method) -> dict[str, Any]:
    return {
        name: value
        for name, value in method.to_json().items()
        if value not in (None, {}, [])
    }


def get_method(call: Call) -> Reply:
    return Reply(200, method_json(method_of(call)))


def delete_method(call: Call) -> Reply:
    method_of(call)
    del resource_of(call).resource_methods[call.parameters["http_method"]]
    return Reply(204)


def update_method(call: Call) -> Reply:
    """All operations of a call apply, or none."""
    method = copy.deepcopy(method_of(call))
    for patch in patches_of(call):
        patch_method(method, patch)
    check_method_parameters(method.request_parameters)
    check_references(rest_api_of(call), method)
    resource_of(call).resource_methods[method.http_method] = method
    return Reply(200, method_json(method))


SCALARS = {
    "/authorizationType": "authorization_type",
    "/authorizerId": "authorizer_id",
    "/operationName": "operation_name",
    "/requestValidatorId": "request_validator_id",
}


def patch_method(method: Method, patch: Patch) -> None:
    """AWS docs: "Patch operations", UpdateMethod."""
    if patch.path.startswith("/requestParameters/"):
        patch_request_parameter(method, patch)
    elif patch.path.startswith("/requestModels/"):
        content_type = patch.name_after("/requestModels/")
        patch_map(
            method.request_models,
            content_type,
            patch,
            patch.value,
            "Content-Type specified was not found",
        )
    elif patch.path in SCALARS and patch.op == "replace":
        setattr(method, SCALARS[patch.path], patch.value or None)
    elif patch.path == "/apiKeyRequired" and patch.op == "replace":
        method.api_key_required = patch.flag()
    elif patch.path == "/authorizationScopes" and patch.op in ("add", "remove"):
        scopes = [
            scope for scope in method.authorization_scopes or [] if scope != patch.value
        ]
        method.authorization_scopes = (
            [*scopes, patch.value] if patch.op == "add" else scopes
        )
    else:
        raise invalid_patch(patch)


def patch_request_parameter(method: Method, patch: Patch) -> None:
    """Replacing or removing a parameter drops it from the integration's cache key
    parameters (terraform-provider-aws issues 25736, 29910, 39801 and 41365)."""
    name = patch.name_after("/requestParameters/")
    patch_map(method.request_parameters, name, patch, patch.flag(), MISSING_PARAMETER)
    if patch.op != "add" and method.method_integration is not None:
        drop_cache_keys(method.method_integration, [name])
