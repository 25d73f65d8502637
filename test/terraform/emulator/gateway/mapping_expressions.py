"""Which parameter names and mapping expressions API Gateway accepts."""

import re
from collections.abc import Iterable

from ..replies import ApiError, bad_request

NAME = r"[a-zA-Z0-9._$-]+"
METHOD_PARAMETER = re.compile(r"method\.request\.(path|querystring|header)\.(.+)", re.S)
INTEGRATION_PARAMETER = re.compile(
    r"integration\.request\.(path|querystring|header)\.(.+)", re.S
)
MULTI_VALUE_SOURCE = re.compile(
    r"method\.request\.multivalue(querystring|header)\.(.+)", re.S
)
BODY_SOURCE = re.compile(r"method\.request\.body(\..+|\[.+)?", re.S)
CONTEXT_SOURCE = re.compile(r"(context|stageVariables)\..+", re.S)
STATIC_SOURCE = re.compile(r"'.*'", re.S)


def invalid_mapping(error: str) -> ApiError:
    """The frame of every mapping error (terraform-provider-aws:
    resourceIntegrationUpdate quotes it; serverless-api-gateway-caching issue 63)."""
    return bad_request(
        f"Invalid mapping expression specified: Validation Result: warnings : [], errors : [{error}]"
    )


def invalid_expression(expression: str) -> ApiError:
    return invalid_mapping(f"Invalid mapping expression specified: {expression}")


def undeclared_parameter(parameter: str) -> ApiError:
    """aws-cdk issue 17318: a path parameter that the method does not declare."""
    return invalid_mapping(
        f"Invalid mapping expression parameter specified: {parameter}"
    )


def check_name(name: str) -> None:
    """AWS docs: "Amazon API Gateway important notes", allowed characters of a parameter
    name."""
    if not re.fullmatch(NAME, name):
        raise invalid_mapping(
            f"Parameter name should match the following regular expression: ^{NAME}$"
        )


def check_method_parameters(parameters: Iterable[str]) -> None:
    """botocore, PutMethod: method.request.{location}.{name}, where location is
    querystring, path, or header. A body or a multi-value parameter is refused
    (serverless-api-gateway-caching issues 63 and 70)."""
    for parameter in parameters:
        match = METHOD_PARAMETER.fullmatch(parameter)
        if match is None:
            raise invalid_expression(parameter)
        check_name(match.group(2))


def check_integration_mapping(
    target: str, source: str, method_parameters: Iterable[str]
) -> None:
    """AWS docs: "Amazon API Gateway API request and response data mapping reference". A
    source that names a method parameter needs that parameter declared on the method."""
    match = INTEGRATION_PARAMETER.fullmatch(target)
    if match is None:
        raise invalid_expression(target)
    check_name(match.group(2))
    declared = set(method_parameters)
    if METHOD_PARAMETER.fullmatch(source):
        if source not in declared:
            raise undeclared_parameter(source)
    elif multi := MULTI_VALUE_SOURCE.fullmatch(source):
        if f"method.request.{multi.group(1)}.{multi.group(2)}" not in declared:
            raise undeclared_parameter(source)
    elif not any(
        pattern.fullmatch(source)
        for pattern in (BODY_SOURCE, CONTEXT_SOURCE, STATIC_SOURCE)
    ):
        raise invalid_expression(source)
