"""Deployments: each is a snapshot of the definition at the moment of its creation."""

import copy
from typing import Any

from moto.apigateway.models import Deployment as MotoDeployment
from moto.apigateway.models import RestAPI
from moto.apigateway.utils import create_id

from ..calls import Call
from ..replies import Reply, bad_request
from .methods import method_json
from .patch_operations import invalid_patch, patches_of
from .stages import Stage, configure_stage
from .store import deployment_of, rest_api_of


class Deployment(MotoDeployment):
    def __init__(
        self, deployment_id: str, description: str, definition: dict[str, Any]
    ):
        super().__init__(deployment_id, "", description)
        self.definition = definition

    def to_json(self) -> dict[str, Any]:
        fields = {"id": self.id, "createdDate": self.created_date}
        return (
            {**fields, "description": self.description} if self.description else fields
        )


def create_deployment(call: Call) -> Reply:
    rest_api = rest_api_of(call)
    values = call.body or {}
    check_deployable(rest_api)
    deployment = Deployment(
        create_id(), values.get("description") or "", definition_of(rest_api)
    )
    rest_api.deployments[deployment.id] = deployment
    if values.get("stageName"):
        deploy_to_stage(rest_api, deployment, values)
    return Reply(201, deployment.to_json())


def check_deployable(rest_api: RestAPI) -> None:
    """moto: NoMethodDefined and NoIntegrationDefined; Terraform users report both texts
    as a BadRequestException."""
    methods = [
        method
        for resource in rest_api.resources.values()
        for method in resource.resource_methods.values()
    ]
    if not methods:
        raise bad_request("The REST API doesn't contain any methods")
    if any(method.method_integration is None for method in methods):
        raise bad_request("No integration defined for method")


def definition_of(rest_api: RestAPI) -> dict[str, Any]:
    """AWS docs: "Updating a REST API": what takes effect only with a new deployment."""
    methods = {
        f"{verb} {resource.get_path()}": method_json(method)
        for resource in rest_api.resources.values()
        for verb, method in resource.resource_methods.items()
    }
    return copy.deepcopy(
        {
            "methods": methods,
            "policy": rest_api.policy,
            "disableExecuteApiEndpoint": rest_api.disableExecuteApiEndpoint,
            "binaryMediaTypes": rest_api.binaryMediaTypes,
        }
    )


def deploy_to_stage(
    rest_api: RestAPI, deployment: Deployment, values: dict[str, Any]
) -> None:
    """A stage that exists moves to the deployment; another one is created."""
    stage = rest_api.stages.get(values["stageName"])
    if stage is None:
        stage = Stage(values["stageName"], deployment.id)
        configure_stage(
            stage, {**values, "description": values.get("stageDescription")}
        )
        rest_api.stages[stage.name] = stage
    stage.deployment_id = deployment.id


def get_deployment(call: Call) -> Reply:
    return Reply(200, deployment_of(call).to_json())


def get_deployments(call: Call) -> Reply:
    return Reply(
        200,
        {
            "item": [
                deployment.to_json()
                for deployment in rest_api_of(call).deployments.values()
            ]
        },
    )


def update_deployment(call: Call) -> Reply:
    deployment = deployment_of(call)
    for patch in patches_of(call):
        if patch.path != "/description" or patch.op != "replace":
            raise invalid_patch(patch)
        deployment.description = patch.value or ""
    return Reply(200, deployment.to_json())


def delete_deployment(call: Call) -> Reply:
    """LocalStack snapshot: test_create_delete_deployments, the text of a deployment
    that a stage points to."""
    rest_api = rest_api_of(call)
    deployment = deployment_of(call)
    if any(stage.deployment_id == deployment.id for stage in rest_api.stages.values()):
        raise bad_request(
            "Active stages pointing to this deployment must be moved or deleted"
        )
    del rest_api.deployments[deployment.id]
    return Reply(202)
