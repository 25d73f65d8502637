"""Names the operation of a request, by botocore's description of each service."""

import re
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, unquote

from botocore.loaders import Loader

REST_SERVICES = {"apigateway", "apigatewayv2", "lambda", "s3"}
PLACEHOLDER = re.compile(r"\{(\w+)(\+?)\}")


@lru_cache
def routes_of(service: str) -> list[tuple[str, re.Pattern[str], str, str]]:
    """Every operation as (HTTP method, path pattern, fixed query, name), those with a
    fixed query first."""
    model = Loader().load_service_model(service, "service-2")
    routes = []
    for name, operation in model["operations"].items():
        path, _, query = operation["http"]["requestUri"].partition("?")
        pattern = "".join(
            (
                f"(?P<{part[1]}>{'.+' if part[2] else '[^/]+'})"
                if part
                else re.escape(literal)
            )
            for literal, part in split_placeholders(path.rstrip("/"))
        )
        routes.append(
            (operation["http"]["method"], re.compile(pattern + "/?$"), query, name)
        )
    return sorted(routes, key=lambda route: route[2] == "")


def split_placeholders(path: str) -> list[tuple[str, Any]]:
    parts: list[tuple[str, Any]] = []
    position = 0
    for match in PLACEHOLDER.finditer(path):
        parts += [(path[position : match.start()], None), ("", match)]
        position = match.end()
    return [*parts, (path[position:], None)]


def rest_operation(
    service: str, method: str, raw_path: str, query: str
) -> tuple[str, dict[str, str]]:
    """The operation's name and its path parameters, percent-decoded."""
    for route_method, pattern, fixed_query, name in routes_of(service):
        if (
            route_method == method
            and fixed_query in query
            and (match := pattern.match(raw_path))
        ):
            return name, {
                key: unquote(value) for key, value in match.groupdict().items()
            }
    return "Unknown", {}


def operation_of(
    service: str, method: str, raw_path: str, query: str, target: str, form: str
) -> tuple[str, dict[str, str]]:
    """The operation of any service: by path, by X-Amz-Target or by the Action field."""
    if service in REST_SERVICES:
        return rest_operation(service, method, raw_path, query)
    if target:
        return target.rsplit(".", 1)[-1], {}
    action = parse_qs(form).get("Action") or parse_qs(query).get("Action")
    return (action[0] if action else "Unknown"), {}
