"""Resources: the tree of paths."""

import re
from collections.abc import Iterable

from moto.apigateway.models import Resource, RestAPI

from ..calls import Call
from ..replies import Reply, bad_request, conflict, not_found
from .patch_operations import invalid_patch, patches_of
from .store import resource_of, rest_api_of

PATH_PART = re.compile(r"[a-zA-Z0-9._\-:]+|\{[a-zA-Z0-9._\-:]+\+?\}")


def create_resource(call: Call) -> Reply:
    rest_api = rest_api_of(call)
    parent = rest_api.resources.get(call.parameters["parent_id"])
    if parent is None:
        raise not_found("Invalid Resource identifier specified")
    siblings = [
        other for other in rest_api.resources.values() if other.parent_id == parent.id
    ]
    check_path_part(call.body["pathPart"], parent, siblings)
    resource = rest_api.add_child(call.body["pathPart"], parent.id)
    return Reply(201, resource.to_dict())


def check_path_part(
    path_part: str, parent: Resource, siblings: Iterable[Resource]
) -> None:
    """moto: InvalidResourcePathException; LocalStack snapshots:
    test_create_proxy_resource_validation, test_update_resource_behaviour."""
    if not PATH_PART.fullmatch(path_part):
        raise bad_request(
            "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the "
            "beginning and the end."
        )
    if parent.path_part.endswith("+}"):
        raise bad_request(
            f"Cannot create a child of a resource with a greedy path variable: {parent.path_part}"
        )
    for sibling in siblings:
        if sibling.path_part == path_part:
            raise conflict(
                f"Another resource with the same parent already has this name: {path_part}"
            )
        if sibling.path_part.startswith("{") and path_part.startswith("{"):
            raise bad_request(
                f"A sibling ({sibling.path_part}) of this resource already has a variable path part -- "
                "only one is allowed"
            )


def get_resource(call: Call) -> Reply:
    return Reply(200, resource_of(call).to_dict())


def delete_resource(call: Call) -> Reply:
    """A resource goes with its children (LocalStack snapshot: test_delete_resource)."""
    rest_api = rest_api_of(call)
    resource = resource_of(call)
    if resource.parent_id is None:
        raise bad_request("Root resource cannot be deleted")
    delete_tree(rest_api, resource.id)
    return Reply(202)


def delete_tree(rest_api: RestAPI, resource_id: str) -> None:
    for child in [
        other.id
        for other in rest_api.resources.values()
        if other.parent_id == resource_id
    ]:
        delete_tree(rest_api, child)
    del rest_api.resources[resource_id]


def update_resource(call: Call) -> Reply:
    """Another path part or another parent (LocalStack snapshots:
    test_update_resource_behaviour, test_update_resource_on_root)."""
    rest_api = rest_api_of(call)
    resource = resource_of(call)
    if resource.parent_id is None:
        raise bad_request("Root resource cannot update its pathPart.")
    parts = {"/pathPart": resource.path_part, "/parentId": resource.parent_id}
    for patch in patches_of(call):
        if patch.path not in parts or patch.op != "replace":
            raise invalid_patch(patch)
        parts[patch.path] = patch.value
    parent = rest_api.resources.get(parts["/parentId"] or "")
    if parent is None:
        raise not_found("Invalid Resource identifier specified")
    if is_within(rest_api, parent, resource):
        raise bad_request("Resources cannot be cyclical.")
    others = [other for other in rest_api.resources.values() if other is not resource]
    siblings = [other for other in others if other.parent_id == parent.id]
    check_path_part(parts["/pathPart"] or "", parent, siblings)
    resource.path_part, resource.parent_id = parts["/pathPart"], parent.id
    return Reply(200, resource.to_dict())


def is_within(rest_api: RestAPI, resource: Resource, ancestor: Resource) -> bool:
    while resource is not ancestor and resource.parent_id is not None:
        resource = rest_api.resources[resource.parent_id]
    return resource is ancestor
