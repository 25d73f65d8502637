"""Reads an OpenAPI 3 or a Swagger 2 document into the fields of API Gateway's own
calls."""

import json
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..replies import ApiError, bad_request
from .openapi_security import Authorizer, Security, read_authorizers, read_security

Document = dict[str, Any]

MAX_BYTES = 6 * 1024 * 1024
VERBS = ["get", "post", "put", "patch", "delete", "head", "options"]
ANY_METHOD = "x-amazon-apigateway-any-method"
INTEGRATION = "x-amazon-apigateway-integration"
LOCATIONS = {"path": "path", "query": "querystring", "header": "header"}


@dataclass
class MethodDefinition:
    path: str
    verb: str
    values: dict[str, Any]
    """The fields of PutMethod that do not refer to anything."""
    security: Security
    validator: str | None
    integration: dict[str, Any] | None
    """The fields of PutIntegration, and its responses."""
    status_codes: list[str]


@dataclass
class Definition:
    title: str
    description: str
    version: str
    extensions: dict[str, Any]
    methods: list[MethodDefinition] = field(default_factory=list)
    authorizers: list[Authorizer] = field(default_factory=list)
    models: dict[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def extension(self, name: str) -> Any:
        return self.extensions.get(f"x-amazon-apigateway-{name}")


def parsed_document(raw_body: bytes) -> Document:
    """AWS docs: "Amazon API Gateway quotas": a definition of at most 6 MB; JSON or
    YAML."""
    if len(raw_body) > MAX_BYTES:
        raise ApiError(
            413, "RequestEntityTooLargeException", "Request Entity Too Large"
        )
    text = raw_body.decode(errors="replace")
    try:
        document = (
            json.loads(text) if text.lstrip().startswith("{") else yaml.safe_load(text)
        )
    except (ValueError, yaml.YAMLError):
        raise bad_request("Invalid OpenAPI input.") from None
    check_document(document)
    return document


def check_document(document: Any) -> None:
    """botocore, PutRestApi: only OpenAPI 3 and Swagger 2 definitions, with a title and
    with paths."""
    if not isinstance(document, dict):
        raise bad_request("Invalid OpenAPI input.")
    is_openapi = str(document.get("openapi", "")).startswith("3.")
    is_swagger = str(document.get("swagger", "")).startswith("2.")
    if not is_openapi and not is_swagger:
        raise bad_request("Invalid specification version or format")
    info = document.get("info")
    if (
        not isinstance(info, dict)
        or not info.get("title")
        or not isinstance(document.get("paths"), dict)
    ):
        raise bad_request("Invalid OpenAPI input.")


def read_document(document: Document) -> Definition:
    info = document["info"]
    definition = Definition(
        title=str(info["title"]),
        description=str(info.get("description") or ""),
        version=str(info.get("version") or ""),
        extensions={
            name: value
            for name, value in document.items()
            if name.startswith("x-amazon-apigateway-")
        },
        models=document.get("definitions")
        or (document.get("components") or {}).get("schemas")
        or {},
    )
    definition.authorizers = read_authorizers(document, definition.warnings)
    for path, item in document["paths"].items():
        for name, operation in item.items():
            if name.lower() in VERBS or name == ANY_METHOD:
                verb = "ANY" if name == ANY_METHOD else name.upper()
                definition.methods.append(
                    read_method(
                        document, path, verb, item, operation, definition.warnings
                    )
                )
    return definition


def read_method(
    document: Document,
    path: str,
    verb: str,
    item: Document,
    operation: Document,
    warnings: list[str],
) -> MethodDefinition:
    values: dict[str, Any] = {
        "operationName": operation.get("operationId"),
        "requestParameters": read_parameters(document, item, operation, warnings),
        "requestModels": read_models(document, operation),
    }
    return MethodDefinition(
        path=path,
        verb=verb,
        values=values,
        security=read_security(document, operation),
        validator=operation.get("x-amazon-apigateway-request-validator"),
        integration=read_integration(operation),
        status_codes=[
            str(code)
            for code in operation.get("responses") or {}
            if str(code).isdigit()
        ],
    )


def resolved(document: Document, node: Any) -> Any:
    """Follows a local $ref."""
    while isinstance(node, dict) and "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = (
                target.get(part.replace("~1", "/").replace("~0", "~"))
                if isinstance(target, dict)
                else None
            )
        if target is None:
            raise bad_request(
                f"Invalid OpenAPI input. Unable to resolve {node['$ref']}"
            )
        node = target
    return node


def read_parameters(
    document: Document, item: Document, operation: Document, warnings: list[str]
) -> dict[str, bool]:
    """AWS docs: "Working with API Gateway extensions to OpenAPI": parameters of the
    path and of the operation become the method's request parameters."""
    parameters: dict[str, bool] = {}
    for node in [*(item.get("parameters") or []), *(operation.get("parameters") or [])]:
        parameter = resolved(document, node)
        location = LOCATIONS.get(parameter["in"])
        if location:
            is_required = location == "path" or bool(parameter.get("required"))
            parameters[f"method.request.{location}.{parameter['name']}"] = is_required
        elif parameter["in"] not in ("body", "formData"):
            warnings.append(
                f"Parameter '{parameter['name']}' of type '{parameter['in']}' is not supported. Ignoring."
            )
    return parameters


def read_models(document: Document, operation: Document) -> dict[str, str]:
    """The named models of the request body."""
    schemas = {
        content_type: media.get("schema") or {}
        for content_type, media in (
            resolved(document, operation.get("requestBody") or {}).get("content") or {}
        ).items()
    }
    for node in operation.get("parameters") or []:
        parameter = resolved(document, node)
        if parameter["in"] == "body":
            schemas["application/json"] = parameter.get("schema") or {}
    return {
        content_type: schema["$ref"].split("/")[-1]
        for content_type, schema in schemas.items()
        if "$ref" in schema
    }


def read_integration(operation: Document) -> dict[str, Any] | None:
    """AWS docs: "x-amazon-apigateway-integration object"."""
    integration = operation.get(INTEGRATION)
    if integration is None:
        return None
    behavior = integration.get("passthroughBehavior")
    return {
        **integration,
        "passthroughBehavior": behavior.upper() if behavior else None,
    }
