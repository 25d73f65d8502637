"""What a stage serves: its deployment's snapshot, with the settings that each method
obeys."""

from typing import Any

from moto.apigateway.models import RestAPI, apigateway_backends
from moto.core import DEFAULT_ACCOUNT_ID

from ..replies import not_found
from .method_setting_paths import VERBS
from .method_settings import effective_settings, is_cached
from .stages import Stage

INTEGRATION_FIELDS = [
    "type",
    "uri",
    "httpMethod",
    "cacheKeyParameters",
    "cacheNamespace",
    "requestParameters",
]


def find_rest_api(rest_api_id: str) -> RestAPI:
    for backend in apigateway_backends[DEFAULT_ACCOUNT_ID].values():
        if rest_api_id in backend.apis:
            return backend.apis[rest_api_id]
    raise not_found(f"No REST API {rest_api_id}")


def live_stage(rest_api_id: str, stage_name: str) -> dict[str, Any]:
    rest_api = find_rest_api(rest_api_id)
    stage = rest_api.stages.get(stage_name)
    if stage is None:
        raise not_found(f"No stage {stage_name}")
    definition = rest_api.deployments[stage.deployment_id].definition
    methods = {
        f"{verb} {path}": live_method(stage, path, verb, defined_as, method)
        for path, verb, defined_as, method in concrete_methods(definition["methods"])
    }
    return {**definition, "deploymentId": stage.deployment_id, "methods": methods}


def concrete_methods(methods: dict[str, Any]) -> list[tuple[str, str, str, Any]]:
    """Settings are per concrete verb, so ANY stands for each verb that the path does
    not define itself."""
    found = []
    for key, method in methods.items():
        defined_as, _, path = key.partition(" ")
        own = {
            other.partition(" ")[0]
            for other in methods
            if other.partition(" ")[2] == path
        }
        verbs = sorted(VERBS - own) if defined_as == "ANY" else [defined_as]
        found += [(path, verb, defined_as, method) for verb in verbs]
    return found


def live_method(
    stage: Stage, path: str, verb: str, defined_as: str, method: dict[str, Any]
) -> dict[str, Any]:
    key, settings = effective_settings(stage.method_settings, path, verb)
    integration = method.get("methodIntegration", {})
    return {
        "definedAs": defined_as,
        "authorizationType": method.get("authorizationType"),
        "apiKeyRequired": method.get("apiKeyRequired", False),
        "requestParameters": method.get("requestParameters", {}),
        "integration": {
            name: integration[name]
            for name in INTEGRATION_FIELDS
            if name in integration
        },
        "settingsKey": key,
        "settings": settings,
        "isCached": stage.cache_cluster.enabled and is_cached(key, settings, verb),
    }
