"""Puts an OpenAPI document in the place of a REST API's definition, or merges it in."""

import copy
import json
from dataclasses import dataclass
from typing import Any

from moto.apigateway.models import (
    Authorizer,
    Integration,
    Method,
    Model,
    RequestValidator,
    Resource,
    RestAPI,
)
from moto.apigateway.utils import create_id

from ..replies import ApiError, bad_request
from .integrations import built_integration
from .methods import built_method
from .openapi_documents import Definition, Document, MethodDefinition, read_document
from .openapi_security import Authorizer as AuthorizerDefinition
from .resources import check_path_part


@dataclass
class Draft:
    """The definition that the API will have, built aside so that an error leaves the
    API as it was."""

    rest_api: RestAPI
    resources_by_path: dict[str, Resource]
    known_ids: dict[str, str]
    errors: list[str]


def import_document(
    rest_api: RestAPI, document: Document, mode: str, fail_on_warnings: bool
) -> list[str]:
    """The text of a refusal lists every error (AWS docs: "Errors and warnings from
    importing your API definition")."""
    definition = read_document(document)
    draft = started_draft(rest_api, mode)
    put_settings(draft.rest_api, definition, mode)
    put_models(draft.rest_api, definition)
    put_validators(draft.rest_api, definition)
    for authorizer in definition.authorizers:
        put_authorizer(rest_api, draft.rest_api, authorizer)
    for method in sorted(definition.methods, key=lambda method: method.path):
        put_method_definition(draft, definition, method)
    if draft.errors:
        raise bad_request("Errors found during import:\n\t" + "\n\t".join(draft.errors))
    if definition.warnings and fail_on_warnings:
        raise bad_request(
            "Warnings found during import:\n\t" + "\n\t".join(definition.warnings)
        )
    rest_api.__dict__.update(draft.rest_api.__dict__)
    rest_api.resources = {
        resource.id: resource for resource in draft.resources_by_path.values()
    }
    rest_api.default = draft.resources_by_path["/"]
    return definition.warnings


def started_draft(rest_api: RestAPI, mode: str) -> Draft:
    """Overwriting starts from an empty root; a path that stays keeps its resource
    id."""
    draft_api = copy.copy(rest_api)
    resources = {
        resource.get_path(): copy.deepcopy(resource)
        for resource in rest_api.resources.values()
    }
    known_ids = {path: resource.id for path, resource in resources.items()}
    if mode == "overwrite":
        resources = {"/": resources["/"]}
        resources["/"].resource_methods = {}
    for name in ("authorizers", "models", "request_validators", "gateway_responses"):
        setattr(
            draft_api, name, dict(getattr(rest_api, name)) if mode == "merge" else {}
        )
    return Draft(draft_api, resources, known_ids, [])


def put_settings(rest_api: RestAPI, definition: Definition, mode: str) -> None:
    """Overwriting resets what the document does not say (terraform-provider-aws:
    resourceRestAPICreate lists it)."""
    rest_api.name = definition.title
    rest_api.version = definition.version
    if definition.description or mode == "overwrite":
        rest_api.description = definition.description
    extensions = {
        "binary-media-types": ("binaryMediaTypes", []),
        "api-key-source": ("api_key_source", "HEADER"),
        "minimum-compression-size": ("minimum_compression_size", None),
        "policy": ("policy", None),
    }
    for name, (attribute, absent) in extensions.items():
        value = definition.extension(name)
        if value is not None or mode == "overwrite":
            setattr(
                rest_api, attribute, absent if value is None else extension_value(value)
            )
    endpoint = definition.extension("endpoint-configuration") or {}
    if "disableExecuteApiEndpoint" in endpoint or mode == "overwrite":
        rest_api.disableExecuteApiEndpoint = bool(
            endpoint.get("disableExecuteApiEndpoint")
        )


def extension_value(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict) else value


def put_models(rest_api: RestAPI, definition: Definition) -> None:
    for name, schema in definition.models.items():
        model = Model(
            create_id(),
            name,
            schema=json.dumps(schema),
            content_type="application/json",
        )
        rest_api.models[name] = model


def put_validators(rest_api: RestAPI, definition: Definition) -> None:
    """AWS docs: "x-amazon-apigateway-request-validators object"."""
    for name, values in (definition.extension("request-validators") or {}).items():
        validator = RequestValidator(
            create_id(),
            name,
            bool(values.get("validateRequestBody")),
            bool(values.get("validateRequestParameters")),
        )
        rest_api.request_validators[validator.id] = validator


def put_authorizer(
    rest_api: RestAPI, draft_api: RestAPI, definition: AuthorizerDefinition
) -> None:
    """An authorizer of a known name keeps its id."""
    known = [
        authorizer.id
        for authorizer in rest_api.authorizers.values()
        if authorizer.name == definition.name
    ]
    authorizer_id = known[0] if known else create_id()
    draft_api.authorizers[authorizer_id] = Authorizer(
        authorizer_id,
        definition.name,
        definition.type,
        provider_arns=definition.values.get("providerARNs"),
        auth_type=definition.values.get("authType"),
        authorizer_uri=definition.values.get("authorizerUri"),
        authorizer_credentials=definition.values.get("authorizerCredentials"),
        identity_source=definition.values.get("identitySource"),
        identity_validation_expression=definition.values.get(
            "identityValidationExpression"
        ),
        authorizer_result_ttl=definition.values.get(
            "authorizerResultTtlInSeconds", 300
        ),
    )


def put_method_definition(
    draft: Draft, definition: Definition, method: MethodDefinition
) -> None:
    try:
        resource = resource_for(draft, method.path)
    except ApiError as error:
        draft.errors.append(
            f"Unable to create resource at path '{method.path}': {error.message}"
        )
        return
    try:
        built = built_method(
            draft.rest_api,
            method.verb,
            method_values(draft.rest_api, definition, method),
        )
    except ApiError as error:
        draft.errors.append(
            f"Unable to put method '{method.verb}' on resource at path '{method.path}': {error.message}"
        )
        return
    resource.resource_methods[method.verb] = built
    for code in method.status_codes:
        built.create_response(code, {}, {})
    try:
        put_integration_definition(resource, built, method.integration)
    except ApiError as error:
        draft.errors.append(
            f"Unable to put integration on '{method.verb}' for resource at path '{method.path}': {error.message}"
        )


def resource_for(draft: Draft, path: str) -> Resource:
    """The resource of a path, created with its ancestors where they are missing."""
    if not path.startswith("/"):
        raise bad_request("Resource's path must start with a slash")
    if path in draft.resources_by_path:
        return draft.resources_by_path[path]
    parent_path, _, path_part = path.rpartition("/")
    parent = resource_for(draft, parent_path or "/")
    siblings = [
        other
        for other in draft.resources_by_path.values()
        if other.parent_id == parent.id
    ]
    check_path_part(path_part, parent, siblings)
    api = draft.rest_api
    resource = Resource(
        draft.known_ids.get(path) or create_id(),
        api.account_id,
        api.region_name,
        api.id,
        path_part,
        parent.id,
    )
    draft.resources_by_path[path] = resource
    return resource


def method_values(
    rest_api: RestAPI, definition: Definition, method: MethodDefinition
) -> dict[str, Any]:
    authorizers = {
        authorizer.name: authorizer.id for authorizer in rest_api.authorizers.values()
    }
    return {
        **method.values,
        "authorizationType": method.security.authorization_type,
        "authorizerId": authorizers.get(method.security.authorizer or ""),
        "authorizationScopes": list(method.security.scopes),
        "apiKeyRequired": method.security.api_key_required,
        "requestValidatorId": validator_id(
            rest_api, method.validator or definition.extension("request-validator")
        ),
    }


def validator_id(rest_api: RestAPI, name: str | None) -> str | None:
    if name is None:
        return None
    for validator in rest_api.request_validators.values():
        if validator.name == name:
            return validator.id
    raise bad_request("Invalid Request Validator identifier specified")


def put_integration_definition(
    resource: Resource, method: Method, values: dict[str, Any] | None
) -> None:
    if values is None:
        return
    method.method_integration = built_integration(method, resource.id, values)
    for pattern, response in (values.get("responses") or {}).items():
        put_integration_response(method.method_integration, pattern, response)


def put_integration_response(
    integration: Integration, pattern: str, response: dict[str, Any]
) -> None:
    """AWS docs: "x-amazon-apigateway-integration.responses object"."""
    integration.create_integration_response(
        str(response.get("statusCode")),
        "" if pattern == "default" else pattern,
        dict(response.get("responseTemplates") or {}),
        dict(response.get("responseParameters") or {}),
        response.get("contentHandling"),
    )
