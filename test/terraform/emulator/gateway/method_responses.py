"""Method responses: update, which moto does not have."""

from ..calls import Call
from ..replies import Reply, not_found
from .integrations import MISSING_PARAMETER
from .patch_operations import invalid_patch, patch_map, patches_of
from .store import method_of


def update_method_response(call: Call) -> Reply:
    """AWS docs: "Patch operations", UpdateMethodResponse."""
    response = method_of(call).get_response(call.parameters["status_code"])
    if response is None:
        raise not_found("Invalid Response status code specified")
    parameters = dict(response.response_parameters or {})
    models = dict(response.response_models or {})
    for patch in patches_of(call):
        if patch.path.startswith("/responseParameters/"):
            name = patch.name_after("/responseParameters/")
            patch_map(parameters, name, patch, patch.flag(), MISSING_PARAMETER)
        elif patch.path.startswith("/responseModels/"):
            content_type = patch.name_after("/responseModels/")
            missing = "Content-Type specified was not found"
            patch_map(models, content_type, patch, patch.value, missing)
        else:
            raise invalid_patch(patch)
    response.response_parameters, response.response_models = parameters, models
    return Reply(201, response.to_json())
