"""One request to the emulated cloud, decoded."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from .operation_names import operation_of

LOGGED_TEXT_LIMIT = 65_536


@dataclass
class Call:
    service: str
    region: str
    operation: str
    method: str
    path: str
    parameters: dict[str, str]
    query: dict[str, str]
    raw_query: str
    raw_body: bytes
    body: Any

    def logged_body(self) -> Any:
        """The body without the code of a Lambda function, which is long and says
        nothing."""
        if isinstance(self.body, dict):
            return {key: shortened(value) for key, value in self.body.items()}
        return self.body


def shortened(value: Any) -> Any:
    if isinstance(value, dict) and "ZipFile" in value:
        return {**value, "ZipFile": f"<{len(value['ZipFile'])} characters>"}
    if isinstance(value, str) and len(value) > LOGGED_TEXT_LIMIT:
        return f"<{len(value)} characters>"
    return value


def call_of(environ: dict[str, Any], raw_body: bytes) -> Call:
    service, region = service_and_region(environ.get("HTTP_AUTHORIZATION", ""))
    raw_path = environ.get("RAW_URI", environ["PATH_INFO"]).partition("?")[0]
    if service == "apigateway" and raw_path.startswith("/v2/"):
        service = "apigatewayv2"
    query = environ.get("QUERY_STRING", "")
    content_type = environ.get("CONTENT_TYPE", "")
    form = (
        raw_body.decode(errors="replace")
        if "x-www-form-urlencoded" in content_type
        else ""
    )
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    operation, parameters = operation_of(
        service, environ["REQUEST_METHOD"], raw_path, query, target, form
    )
    return Call(
        service=service,
        region=region,
        operation=operation,
        method=environ["REQUEST_METHOD"],
        path=environ["PATH_INFO"],
        parameters=parameters,
        query=dict(parse_qsl(query, keep_blank_values=True)),
        raw_query=query,
        raw_body=raw_body,
        body=dict(parse_qsl(form)) if form else parsed_json(raw_body),
    )


def service_and_region(authorization: str) -> tuple[str, str]:
    """Service and region of a SigV4 header:
    Credential=KEY/DATE/REGION/SERVICE/aws4_request."""
    scope = authorization.partition("Credential=")[2].partition(",")[0].split("/")
    return (scope[3], scope[2]) if len(scope) == 5 else ("unknown", "us-east-1")


def parsed_json(raw_body: bytes) -> Any:
    try:
        return json.loads(raw_body) if raw_body else None
    except ValueError:
        return None
