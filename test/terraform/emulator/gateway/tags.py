"""Tags of REST APIs and of stages."""

from typing import Any
from urllib.parse import parse_qs

from ..calls import Call
from ..replies import Reply, not_found
from .store import backend_of


def tagged(call: Call) -> Any:
    """The REST API or the stage of an ARN such as
    arn:aws:apigateway:REGION::/restapis/ID/stages/NAME."""
    parts = call.parameters["resource_arn"].partition("::/")[2].split("/")
    rest_api = (
        backend_of(call).apis.get(parts[1])
        if parts[0] == "restapis" and len(parts) > 1
        else None
    )
    if rest_api is None:
        raise not_found("Invalid Resource identifier specified")
    if len(parts) == 2:
        return rest_api
    stage = rest_api.stages.get(parts[3])
    if stage is None:
        raise not_found("Invalid stage identifier specified")
    return stage


def get_tags(call: Call) -> Reply:
    return Reply(200, {"tags": tagged(call).tags or {}})


def tag_resource(call: Call) -> Reply:
    owner = tagged(call)
    owner.tags = {**(owner.tags or {}), **call.body["tags"]}
    return Reply(204)


def untag_resource(call: Call) -> Reply:
    owner = tagged(call)
    removed = parse_qs(call.raw_query).get("tagKeys", [])
    owner.tags = {
        key: value for key, value in (owner.tags or {}).items() if key not in removed
    }
    return Reply(204)
