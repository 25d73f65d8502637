"""Which cache key parameters an integration may have."""

from collections.abc import Container, Iterable

from ..replies import bad_request
from .mapping_expressions import (
    METHOD_PARAMETER,
    invalid_expression,
    undeclared_parameter,
)


def check_cache_keys(
    keys: Iterable[str],
    method_parameters: Container[str],
    integration_parameters: Container[str],
) -> None:
    """botocore, PutIntegration: "To be valid values for cacheKeyParameters, these
    parameters must also be specified for Method requestParameters"."""
    for key in keys:
        if key.startswith("integration.request."):
            check_mapped(key, integration_parameters)
        elif METHOD_PARAMETER.fullmatch(key) is None:
            raise invalid_expression(key)
        elif key not in method_parameters:
            raise undeclared_parameter(key)


def check_mapped(key: str, integration_parameters: Container[str]) -> None:
    """An integration parameter is a key only when the integration maps it
    (serverless-api-gateway-caching pull request 65)."""
    if key not in integration_parameters:
        raise bad_request("Invalid cache key parameter specified")
