"""Finds things in moto's store, or raises what API Gateway answers when they are
missing."""

from moto.apigateway.models import (
    APIGatewayBackend,
    Deployment,
    Integration,
    Method,
    Resource,
    RestAPI,
    apigateway_backends,
)
from moto.core import DEFAULT_ACCOUNT_ID

from ..calls import Call
from ..replies import not_found


def backend_of(call: Call) -> APIGatewayBackend:
    return apigateway_backends[DEFAULT_ACCOUNT_ID][call.region]


def rest_api_of(call: Call) -> RestAPI:
    rest_api_id = call.parameters["restapi_id"]
    rest_api = backend_of(call).apis.get(rest_api_id)
    if rest_api is None:
        raise not_found(
            f"Invalid API identifier specified {DEFAULT_ACCOUNT_ID}:{rest_api_id}"
        )
    return rest_api


def resource_of(call: Call) -> Resource:
    resource = rest_api_of(call).resources.get(call.parameters["resource_id"])
    if resource is None:
        raise not_found("Invalid Resource identifier specified")
    return resource


def method_of(call: Call) -> Method:
    method = resource_of(call).resource_methods.get(call.parameters["http_method"])
    if method is None:
        raise not_found("Invalid Method identifier specified")
    return method


def integration_of(call: Call) -> Integration:
    integration = method_of(call).method_integration
    if integration is None:
        raise not_found("Invalid Integration identifier specified")
    return integration


def deployment_of(call: Call) -> Deployment:
    deployment = rest_api_of(call).deployments.get(call.parameters["deployment_id"])
    if deployment is None:
        raise not_found("Invalid Deployment identifier specified")
    return deployment
