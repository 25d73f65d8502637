"""Integrations: put, read and update."""

import copy
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlparse

from moto.apigateway.models import Integration as MotoIntegration
from moto.apigateway.models import Method
from moto.core import DEFAULT_ACCOUNT_ID

from ..calls import Call
from ..replies import ApiError, Reply, bad_request, not_found, outside_enum
from .cache_keys import check_cache_keys
from .mapping_expressions import check_integration_mapping
from .patch_operations import Patch, invalid_patch, patch_map, patches_of
from .store import integration_of, method_of

TYPES = ["HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS"]
PASSTHROUGH_BEHAVIORS = ["WHEN_NO_MATCH", "NEVER", "WHEN_NO_TEMPLATES"]
SERVICE_ARN = re.compile(r"arn:[\w-]+:apigateway:[\w-]+:[\w.-]+:(path|action)/.+", re.S)
CREDENTIALS = re.compile(rf"arn:[\w-]+:iam::({DEFAULT_ACCOUNT_ID}|\*):.+")
DEFAULT_TIMEOUT = 29_000
MISSING_PARAMETER = "Invalid parameter name specified"


class Integration(MotoIntegration):
    """moto's integration with the connection of a VPC link, and without null fields."""

    connection_id: str | None = None

    def to_json(self) -> dict[str, Any]:
        fields = {**super().to_json(), "connectionId": self.connection_id}
        return {
            name: value for name, value in fields.items() if value not in (None, {})
        }


def put_integration(call: Call) -> Reply:
    method = method_of(call)
    integration = built_integration(method, call.parameters["resource_id"], call.body)
    method.method_integration = integration
    return Reply(201, integration.to_json())


def built_integration(
    method: Method, resource_id: str, values: dict[str, Any]
) -> Integration:
    """An integration from the fields of PutIntegration, or the error that API Gateway
    would answer."""
    integration_type = str(values.get("type") or "").upper()
    check_endpoint(integration_type, values)
    integration = Integration(
        integration_type,
        values.get("uri"),
        values.get("httpMethod"),
        request_templates=values.get("requestTemplates") or {},
        passthrough_behavior=checked_passthrough(values.get("passthroughBehavior")),
        cache_key_parameters=list(values.get("cacheKeyParameters") or []),
        tls_config=values.get("tlsConfig"),
        cache_namespace=namespace_of(values, resource_id),
        timeout_in_millis=checked_timeout(values.get("timeoutInMillis")),
        request_parameters=dict(values.get("requestParameters") or {}),
        content_handling=values.get("contentHandling"),
        credentials=values.get("credentials"),
        connection_type=values.get("connectionType"),
    )
    integration.connection_id = values.get("connectionId")
    check_parameters(method, integration)
    return integration


def namespace_of(values: dict[str, Any], resource_id: str) -> str:
    """botocore, PutIntegration: "By default, API Gateway uses the resource ID as the
    cacheNamespace"."""
    return values.get("cacheNamespace") or resource_id


def check_parameters(method: Method, integration: MotoIntegration) -> None:
    declared = method.request_parameters or {}
    for target, source in integration.request_parameters.items():
        check_integration_mapping(target, source, declared)
    check_cache_keys(
        integration.cache_key_parameters, declared, integration.request_parameters
    )


def check_endpoint(integration_type: str, values: dict[str, Any]) -> None:
    """LocalStack snapshot: test_put_integration_validation, one text for each kind of
    endpoint."""
    uri = values.get("uri") or ""
    if integration_type not in TYPES:
        raise outside_enum(values.get("type"), "putIntegrationInput.type", TYPES)
    if integration_type == "MOCK":
        return
    if not values.get("httpMethod"):
        raise bad_request("Enumeration value for HttpMethod must be non-empty")
    if integration_type.startswith("HTTP"):
        if not urlparse(uri).scheme and not values.get("connectionId"):
            raise bad_request("Invalid HTTP endpoint specified for URI")
        return
    if not uri.startswith("arn:"):
        raise bad_request("Invalid ARN specified in the request")
    if not SERVICE_ARN.fullmatch(uri):
        raise bad_request("AWS ARN for integration must contain path or action")
    if integration_type == "AWS_PROXY" and ":s3:" in uri:
        raise bad_request(
            "Integrations of type 'AWS_PROXY' currently only supports Lambda function "
            "and Firehose stream invocations."
        )
    check_credentials(values.get("credentials"))


def check_credentials(credentials: str | None) -> None:
    if credentials and not CREDENTIALS.fullmatch(credentials):
        raise ApiError(
            403, "AccessDeniedException", "Cross-account pass role is not allowed."
        )


def checked_passthrough(behavior: str | None) -> str:
    if behavior is not None and behavior.upper() not in PASSTHROUGH_BEHAVIORS:
        raise outside_enum(behavior, "passthroughBehavior", PASSTHROUGH_BEHAVIORS)
    return (behavior or "WHEN_NO_MATCH").upper()


def checked_timeout(milliseconds: Any) -> int:
    """AWS docs: "Amazon API Gateway quotas", the default integration timeout; a quota
    increase is not emulated."""
    timeout = int(DEFAULT_TIMEOUT if milliseconds is None else milliseconds)
    if not 50 <= timeout <= DEFAULT_TIMEOUT:
        raise bad_request(f"Timeout should be between 50 ms and {DEFAULT_TIMEOUT} ms")
    return timeout


def get_integration(call: Call) -> Reply:
    return Reply(200, integration_of(call).to_json())


def delete_integration(call: Call) -> Reply:
    integration_of(call)
    method_of(call).method_integration = None
    return Reply(204)


def update_integration(call: Call) -> Reply:
    """All operations of a call apply, or none."""
    method = method_of(call)
    integration = copy.deepcopy(integration_of(call))
    for patch in patches_of(call):
        patch_integration(integration, patch)
    check_parameters(method, integration)
    method.method_integration = integration
    return Reply(200, integration.to_json())


SCALARS = {
    "/cacheNamespace": "cache_namespace",
    "/uri": "uri",
    "/httpMethod": "http_method",
    "/credentials": "credentials",
    "/contentHandling": "content_handling",
    "/connectionType": "connection_type",
    "/connectionId": "connection_id",
}


def patch_integration(integration: MotoIntegration, patch: Patch) -> None:
    """AWS docs: "Patch operations", UpdateIntegration."""
    if patch.path.startswith("/cacheKeyParameters/"):
        patch_cache_key(integration, patch)
    elif patch.path.startswith("/requestParameters/"):
        patch_request_parameter(integration, patch)
    elif patch.path.startswith("/requestTemplates/"):
        content_type = patch.name_after("/requestTemplates/")
        patch_map(
            integration.request_templates,
            content_type,
            patch,
            patch.value or "",
            MISSING_PARAMETER,
        )
    elif patch.path in SCALARS and patch.op == "replace":
        setattr(integration, SCALARS[patch.path], patch.value or None)
    elif patch.path == "/passthroughBehavior" and patch.op == "replace":
        integration.passthrough_behaviour = checked_passthrough(patch.value)
    elif patch.path == "/timeoutInMillis" and patch.op == "replace":
        integration.timeout_in_millis = checked_timeout(patch.value)
    elif patch.path == "/tlsConfig/insecureSkipVerification" and patch.op == "replace":
        integration.tls_config = {"insecureSkipVerification": patch.flag()}
    else:
        raise invalid_patch(patch)


def patch_cache_key(integration: MotoIntegration, patch: Patch) -> None:
    """A cache key parameter is added or removed, never replaced
    (terraform-provider-aws: resourceIntegrationUpdate turns its own "replace" into an
    add)."""
    key = patch.name_after("/cacheKeyParameters/")
    keys = integration.cache_key_parameters
    if patch.op == "add":
        integration.cache_key_parameters = [*without(keys, key), key]
    elif patch.op == "remove" and key in keys:
        integration.cache_key_parameters = without(keys, key)
    elif patch.op == "remove":
        raise not_found(MISSING_PARAMETER)
    else:
        raise invalid_patch(patch)


def patch_request_parameter(integration: MotoIntegration, patch: Patch) -> None:
    """Removing a mapping removes the cache key that it made (terraform-provider-aws:
    "Cache key parameters are updated by request parameter updates")."""
    name = patch.name_after("/requestParameters/")
    patch_map(
        integration.request_parameters, name, patch, patch.value, MISSING_PARAMETER
    )
    if patch.op == "remove":
        drop_cache_keys(integration, [name])


def drop_cache_keys(integration: MotoIntegration, names: Iterable[str]) -> None:
    for name in names:
        integration.cache_key_parameters = without(
            integration.cache_key_parameters, name
        )


def without(keys: list[str], key: str) -> list[str]:
    return [other for other in keys if other != key]
