"""Stages: create, read, update and delete."""

import copy
import re
import time
from typing import Any

from moto.apigateway.models import RestAPI
from moto.apigateway.models import Stage as MotoStage

from ..calls import Call
from ..replies import Reply, bad_request, conflict, not_found
from .cache_cluster import CacheCluster
from .method_settings import Settings, no_such_setting, patch_method_settings
from .patch_operations import Patch, invalid_patch, patch_map, patches_of
from .store import rest_api_of

STAGE_NAME = re.compile(r"[A-Za-z0-9_-]{1,128}")


class Stage(MotoStage):
    """moto's stage, so that moto's base path mappings and usage plans find it, with our
    fields."""

    def __init__(self, name: str, deployment_id: str):
        super().__init__(name=name, deployment_id=deployment_id)
        self.cache_cluster = CacheCluster()
        self.method_settings: dict[str, Settings] = {}
        self.client_certificate_id: str | None = None
        self.documentation_version: str | None = None
        self.canary_settings: dict[str, Any] = {}
        self.created_date = self.last_updated_date = int(time.time())

    def to_json(self) -> dict[str, Any]:
        optional = {
            "description": self.description,
            "variables": self.variables,
            "tags": self.tags,
            "accessLogSettings": self.access_log_settings,
            "clientCertificateId": self.client_certificate_id,
            "documentationVersion": self.documentation_version,
            "canarySettings": self.canary_settings,
            "webAclArn": self.web_acl_arn,
        }
        return {
            "stageName": self.name,
            "deploymentId": self.deployment_id,
            "methodSettings": self.method_settings,
            "tracingEnabled": bool(self.tracing_enabled),
            "createdDate": self.created_date,
            "lastUpdatedDate": self.last_updated_date,
            **self.cache_cluster.to_json(),
            **{name: value for name, value in optional.items() if value},
        }


def create_stage(call: Call) -> Reply:
    rest_api = rest_api_of(call)
    name = call.body["stageName"]
    if not STAGE_NAME.fullmatch(name):
        raise bad_request("Stage name only allows a-zA-Z0-9_-")
    if name in rest_api.stages:
        raise conflict("Stage already exists")
    if call.body["deploymentId"] not in rest_api.deployments:
        raise not_found("Invalid Deployment identifier specified")
    stage = Stage(name, call.body["deploymentId"])
    configure_stage(stage, call.body)
    rest_api.stages[name] = stage
    return Reply(201, stage.to_json())


def configure_stage(stage: Stage, values: dict[str, Any]) -> None:
    stage.description = values.get("description") or ""
    stage.variables = values.get("variables") or {}
    stage.tags = values.get("tags") or {}
    stage.tracing_enabled = values.get("tracingEnabled") or False
    stage.documentation_version = values.get("documentationVersion")
    stage.canary_settings = values.get("canarySettings") or {}
    stage.cache_cluster = CacheCluster(
        bool(values.get("cacheClusterEnabled")), values.get("cacheClusterSize")
    )


def stage_of(call: Call) -> Stage:
    stage = rest_api_of(call).stages.get(call.parameters["stage_name"])
    if stage is None:
        raise not_found("Invalid stage identifier specified")
    return stage


def get_stage(call: Call) -> Reply:
    return Reply(200, stage_of(call).to_json())


def get_stages(call: Call) -> Reply:
    wanted = call.query.get("deploymentId")
    stages = rest_api_of(call).stages.values()
    return Reply(
        200,
        {
            "item": [
                stage.to_json()
                for stage in stages
                if wanted in (None, stage.deployment_id)
            ]
        },
    )


def delete_stage(call: Call) -> Reply:
    stage = stage_of(call)
    del rest_api_of(call).stages[stage.name]
    return Reply(202)


def update_stage(call: Call) -> Reply:
    """All operations of a call apply, or none."""
    rest_api = rest_api_of(call)
    stage = copy.deepcopy(stage_of(call))
    for patch in patches_of(call):
        patch_stage(rest_api, stage, patch)
    stage.last_updated_date = int(time.time())
    rest_api.stages[stage.name] = stage
    return Reply(200, stage.to_json())


def patch_stage(rest_api: RestAPI, stage: Stage, patch: Patch) -> None:
    if patch.path == "/deploymentId":
        move_to_deployment(rest_api, stage, patch)
    elif patch.path == "/cacheClusterEnabled":
        stage.cache_cluster.enable(patch.flag())
    elif patch.path == "/cacheClusterSize":
        stage.cache_cluster.resize(patch.value)
    elif patch.path == "/tracingEnabled":
        stage.tracing_enabled = patch.flag()
    elif patch.path == "/description":
        stage.description = patch.value or ""
    elif patch.path == "/clientCertificateId":
        stage.client_certificate_id = patch.value or None
    elif patch.path == "/documentationVersion":
        stage.documentation_version = patch.value or None
    elif patch.path.startswith("/variables/"):
        name = patch.name_after("/variables/")
        patch_map(
            stage.variables,
            name,
            as_addition(patch),
            patch.value,
            "Invalid variable name specified",
        )
    elif patch.path.startswith("/accessLogSettings"):
        patch_access_log(stage, patch)
    elif patch.path.startswith("/canarySettings"):
        patch_canary(stage, patch)
    else:
        patch_method_settings(stage.method_settings, patch)


def as_addition(patch: Patch) -> Patch:
    """A stage variable can be replaced before it exists (AWS docs: "Patch operations",
    UpdateStage)."""
    return Patch("add", patch.path, patch.value) if patch.op == "replace" else patch


def move_to_deployment(rest_api: RestAPI, stage: Stage, patch: Patch) -> None:
    """LocalStack snapshot: test_update_stage_canary_deployment_validation, the text of
    a missing deployment."""
    if patch.value not in rest_api.deployments:
        raise bad_request("Deployment id does not exist")
    stage.deployment_id = patch.value


def patch_access_log(stage: Stage, patch: Patch) -> None:
    """LocalStack snapshot: test_stage_access_log_settings_validation."""
    if patch.op == "remove" and patch.path == "/accessLogSettings":
        stage.access_log_settings = None
        return
    if patch.op == "remove":
        raise no_such_setting(patch)
    name = patch.path.removeprefix("/accessLogSettings/")
    if patch.op != "replace" or name not in ("destinationArn", "format"):
        raise bad_request(
            "Invalid accessLogSettings path. Must be one of : "
            "[/accessLogSettings/destinationArn, /accessLogSettings/format]"
        )
    if not patch.value:
        raise bad_request("Access Log value must not be empty")
    stage.access_log_settings = {
        **(stage.access_log_settings or {}),
        name: patch.value,
    }


def patch_canary(stage: Stage, patch: Patch) -> None:
    name = patch.path.removeprefix("/canarySettings").removeprefix("/")
    if patch.op == "remove" and not name:
        stage.canary_settings = {}
    elif patch.op == "replace" and name == "percentTraffic":
        stage.canary_settings["percentTraffic"] = float(patch.value or 0)
    elif patch.op == "replace" and name == "useStageCache":
        stage.canary_settings["useStageCache"] = patch.flag()
    elif patch.op == "replace" and name == "deploymentId":
        stage.canary_settings["deploymentId"] = patch.value
    elif name.startswith("stageVariableOverrides/"):
        overrides = stage.canary_settings.setdefault("stageVariableOverrides", {})
        variable = name.removeprefix("stageVariableOverrides/")
        patch_map(
            overrides,
            variable,
            as_addition(patch),
            patch.value,
            "Invalid variable name specified",
        )
    else:
        raise invalid_patch(patch)
