"""API mappings of a custom domain name, to REST APIs and to HTTP APIs."""

import re
from typing import Any

from moto.apigateway.utils import create_id
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.core import DEFAULT_ACCOUNT_ID

from ..calls import Call
from ..replies import Reply, bad_request, conflict, not_found
from .domain_names import DomainName, domain_of
from .store import backend_of

KEY = re.compile(r"[A-Za-z0-9$\-_.+!*'()/]*")
MAX_KEY_LENGTH = 300


def create_api_mapping(call: Call) -> Reply:
    domain = domain_of(call)
    mapping = {**mapping_values(call.body), "apiMappingId": create_id()}
    check_mapping(call, domain, mapping)
    domain.api_mappings[mapping["apiMappingId"]] = mapping
    return Reply(201, mapping)


def mapping_values(body: dict[str, Any]) -> dict[str, Any]:
    values = {name: body.get(name) for name in ("apiId", "stage")}
    return {**values, "apiMappingKey": body.get("apiMappingKey") or ""}


def check_mapping(call: Call, domain: DomainName, mapping: dict[str, Any]) -> None:
    check_target(call, mapping)
    check_key(domain, mapping["apiMappingKey"])
    others = [
        other["apiMappingKey"]
        for other in domain.api_mappings.values()
        if other["apiMappingId"] != mapping["apiMappingId"]
    ]
    base_paths = backend_of(call).base_path_mappings.get(domain.domain_name, {})
    taken = {*others, *("" if path == "(none)" else path for path in base_paths)}
    if mapping["apiMappingKey"] in taken:
        raise conflict("ApiMapping key already exists for this domain name")


def check_target(call: Call, mapping: dict[str, Any]) -> None:
    """AWS docs: "Use API mappings to connect API stages to a custom domain name for
    REST APIs": the API may be a REST API or an HTTP API."""
    http_apis = apigatewayv2_backends[DEFAULT_ACCOUNT_ID][call.region].apis
    api = backend_of(call).apis.get(mapping["apiId"]) or http_apis.get(mapping["apiId"])
    if api is None:
        raise bad_request(f"Invalid API identifier specified: {mapping['apiId']}")
    if mapping["stage"] not in api.stages:
        raise bad_request("Invalid stage identifier specified")


def check_key(domain: DomainName, key: str) -> None:
    """AWS docs: "Restrictions" of API mappings: allowed characters, at most 300 of
    them, and several levels only on a regional domain with TLS 1.2."""
    if len(key) > MAX_KEY_LENGTH or not KEY.fullmatch(key):
        raise bad_request("Invalid API mapping key")
    if key.startswith("/") or key.endswith("/") or "//" in key:
        raise bad_request(
            "API mapping key should not start or end with a '/' or have "
            "consecutive '/'s."
        )
    is_multi_level_domain = (
        domain.endpoint_type() == "REGIONAL" and domain.security_policy != "TLS_1_0"
    )
    if "/" in key and not is_multi_level_domain:
        raise bad_request(
            "Multi-level API mappings need a regional domain name with TLS 1.2"
        )


def mapping_of(call: Call) -> dict[str, Any]:
    mapping = domain_of(call).api_mappings.get(call.parameters["apiMappingId"])
    if mapping is None:
        raise not_found(
            "The api mapping resource specified in the request was not found."
        )
    return mapping


def get_api_mapping(call: Call) -> Reply:
    return Reply(200, mapping_of(call))


def get_api_mappings(call: Call) -> Reply:
    return Reply(200, {"items": list(domain_of(call).api_mappings.values())})


def update_api_mapping(call: Call) -> Reply:
    domain = domain_of(call)
    mapping = {**mapping_of(call), **(call.body or {})}
    check_mapping(call, domain, mapping)
    domain.api_mappings[mapping["apiMappingId"]] = mapping
    return Reply(200, mapping)


def delete_api_mapping(call: Call) -> Reply:
    mapping = mapping_of(call)
    del domain_of(call).api_mappings[mapping["apiMappingId"]]
    return Reply(204)
