"""REST APIs: create, import, read, update and delete."""

import copy
import json
from typing import Any

from moto.apigateway.models import RestAPI
from moto.apigateway.utils import create_id
from moto.core import DEFAULT_ACCOUNT_ID

from ..calls import Call
from ..replies import Reply, bad_request, outside_enum
from .openapi_documents import parsed_document
from .openapi_import import import_document
from .patch_operations import Patch, invalid_patch, patches_of
from .store import backend_of, rest_api_of

API_KEY_SOURCES = ["AUTHORIZER", "HEADER"]
ENDPOINT_TYPES = ["PRIVATE", "EDGE", "REGIONAL"]
MAX_COMPRESSION_SIZE = 10_485_760


def create_rest_api(call: Call) -> Reply:
    rest_api = new_rest_api(call, call.body["name"])
    configure_rest_api(rest_api, call.body)
    backend_of(call).apis[rest_api.id] = rest_api
    return Reply(201, rest_api_json(rest_api))


def import_rest_api(call: Call) -> Reply:
    rest_api = new_rest_api(call, "")
    warnings = import_document(
        rest_api, parsed_document(call.raw_body), "overwrite", fails_on_warnings(call)
    )
    backend_of(call).apis[rest_api.id] = rest_api
    return Reply(201, {**rest_api_json(rest_api), "warnings": warnings})


def put_rest_api(call: Call) -> Reply:
    """The definition changes as a whole or not at all (botocore, PutRestApi)."""
    mode = call.query.get("mode", "merge")
    if mode not in ("merge", "overwrite"):
        raise bad_request(
            'Enumeration value of OpenAPI import mode must be "overwrite" or "merge"'
        )
    rest_api = rest_api_of(call)
    warnings = import_document(
        rest_api, parsed_document(call.raw_body), mode, fails_on_warnings(call)
    )
    return Reply(200, {**rest_api_json(rest_api), "warnings": warnings})


def fails_on_warnings(call: Call) -> bool:
    return call.query.get("failonwarnings", "false").lower() == "true"


def new_rest_api(call: Call, name: str) -> RestAPI:
    return RestAPI(create_id(), DEFAULT_ACCOUNT_ID, call.region, name, "")


def configure_rest_api(rest_api: RestAPI, values: dict[str, Any]) -> None:
    """LocalStack snapshots: test_create_rest_api_with_optional_params,
    test_create_rest_api_with_endpoint_configuration."""
    if values.get("description") == "":
        raise bad_request("Description cannot be an empty string")
    rest_api.description = values.get("description") or ""
    rest_api.version = values.get("version") or ""
    rest_api.binaryMediaTypes = list(values.get("binaryMediaTypes") or [])
    rest_api.api_key_source = checked_enum(
        values.get("apiKeySource") or "HEADER", "apiKeySource", API_KEY_SOURCES
    )
    rest_api.policy = values.get("policy") or None
    rest_api.disableExecuteApiEndpoint = (
        values.get("disableExecuteApiEndpoint") or False
    )
    rest_api.minimum_compression_size = values.get("minimumCompressionSize")
    rest_api.tags = values.get("tags") or {}
    rest_api.endpoint_configuration = {
        "types": ["EDGE"],
        **(values.get("endpointConfiguration") or {}),
    }
    for endpoint_type in rest_api.endpoint_configuration["types"]:
        checked_enum(endpoint_type, "endpointConfiguration.types", ENDPOINT_TYPES)


def checked_enum(value: str, member: str, allowed: list[str]) -> str:
    if value not in allowed:
        raise outside_enum(value, f"createRestApiInput.{member}", allowed)
    return value


def rest_api_json(rest_api: RestAPI) -> dict[str, Any]:
    fields = {**rest_api.to_dict(), "policy": escaped_policy(rest_api.policy)}
    return {
        name: value for name, value in fields.items() if value not in (None, "", [], {})
    }


def escaped_policy(policy: str | None) -> str | None:
    """The policy comes back with its quotes escaped (terraform-provider-aws:
    flattenAPIPolicy unquotes it)."""
    return None if policy is None else json.dumps(policy)[1:-1]


def get_rest_api(call: Call) -> Reply:
    return Reply(200, rest_api_json(rest_api_of(call)))


def get_rest_apis(call: Call) -> Reply:
    return Reply(
        200,
        {
            "item": [
                rest_api_json(rest_api) for rest_api in backend_of(call).apis.values()
            ]
        },
    )


def delete_rest_api(call: Call) -> Reply:
    del backend_of(call).apis[rest_api_of(call).id]
    return Reply(202)


def update_rest_api(call: Call) -> Reply:
    """All operations of a call apply, or none."""
    rest_api = copy.copy(rest_api_of(call))
    rest_api.binaryMediaTypes = list(rest_api.binaryMediaTypes)
    rest_api.endpoint_configuration = copy.deepcopy(rest_api.endpoint_configuration)
    for patch in patches_of(call):
        patch_rest_api(rest_api, patch)
    backend_of(call).apis[rest_api.id] = rest_api
    return Reply(200, rest_api_json(rest_api))


def patch_rest_api(rest_api: RestAPI, patch: Patch) -> None:
    """AWS docs: "Patch operations", UpdateRestApi."""
    if patch.path.startswith("/binaryMediaTypes/"):
        patch_media_type(rest_api, patch)
    elif patch.path.startswith("/endpointConfiguration/"):
        patch_endpoint(rest_api, patch)
    elif patch.path == "/name":
        rest_api.name = patch.value or ""
    elif patch.path == "/description":
        rest_api.description = patch.value or ""
    elif patch.path == "/policy":
        rest_api.policy = patch.value or None
    elif patch.path == "/disableExecuteApiEndpoint":
        rest_api.disableExecuteApiEndpoint = patch.flag()
    elif patch.path == "/apiKeySource":
        rest_api.api_key_source = checked_enum(
            patch.value or "", "apiKeySource", API_KEY_SOURCES
        )
    elif patch.path == "/minimumCompressionSize":
        rest_api.minimum_compression_size = checked_compression_size(patch.value)
    else:
        raise invalid_patch(patch)


def checked_compression_size(value: str | None) -> int | None:
    """botocore, CreateRestApi: a size between 0 and 10485760 bytes; null disables
    compression."""
    if value in (None, ""):
        return None
    if not 0 <= int(value) <= MAX_COMPRESSION_SIZE:
        raise bad_request(
            f"Invalid minimum compression size, must be between 0 and {MAX_COMPRESSION_SIZE}"
        )
    return int(value)


def patch_media_type(rest_api: RestAPI, patch: Patch) -> None:
    media_type = patch.name_after("/binaryMediaTypes/")
    others = [other for other in rest_api.binaryMediaTypes if other != media_type]
    if patch.op == "remove":
        rest_api.binaryMediaTypes = others
    elif patch.op == "add":
        rest_api.binaryMediaTypes = [*others, media_type]
    elif patch.op == "replace":
        rest_api.binaryMediaTypes = [*others, patch.value]
    else:
        raise invalid_patch(patch)


def patch_endpoint(rest_api: RestAPI, patch: Patch) -> None:
    configuration = rest_api.endpoint_configuration
    if patch.path.startswith("/endpointConfiguration/types/") and patch.op == "replace":
        configuration["types"] = [
            checked_enum(
                patch.value or "", "endpointConfiguration.types", ENDPOINT_TYPES
            )
        ]
    elif patch.path == "/endpointConfiguration/ipAddressType" and patch.op == "replace":
        configuration["ipAddressType"] = patch.value
    elif patch.path == "/endpointConfiguration/vpcEndpointIds" and patch.op in (
        "add",
        "remove",
    ):
        others = [
            other
            for other in configuration.get("vpcEndpointIds", [])
            if other != patch.value
        ]
        configuration["vpcEndpointIds"] = (
            [*others, patch.value] if patch.op == "add" else others
        )
    else:
        raise invalid_patch(patch)
