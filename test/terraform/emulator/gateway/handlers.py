"""Which operations of API Gateway are answered here; moto answers the others."""

from collections.abc import Callable

from ..calls import Call
from ..replies import Reply
from . import (
    api_mappings,
    deployments,
    domain_names,
    integrations,
    method_responses,
    methods,
    resources,
    rest_apis,
    stages,
    tags,
)

Handlers = dict[str, Callable[[Call], Reply]]

REST_HANDLERS: Handlers = {
    "CreateRestApi": rest_apis.create_rest_api,
    "ImportRestApi": rest_apis.import_rest_api,
    "PutRestApi": rest_apis.put_rest_api,
    "GetRestApi": rest_apis.get_rest_api,
    "GetRestApis": rest_apis.get_rest_apis,
    "UpdateRestApi": rest_apis.update_rest_api,
    "DeleteRestApi": rest_apis.delete_rest_api,
    "CreateResource": resources.create_resource,
    "GetResource": resources.get_resource,
    "UpdateResource": resources.update_resource,
    "DeleteResource": resources.delete_resource,
    "PutMethod": methods.put_method,
    "GetMethod": methods.get_method,
    "UpdateMethod": methods.update_method,
    "DeleteMethod": methods.delete_method,
    "UpdateMethodResponse": method_responses.update_method_response,
    "PutIntegration": integrations.put_integration,
    "GetIntegration": integrations.get_integration,
    "UpdateIntegration": integrations.update_integration,
    "DeleteIntegration": integrations.delete_integration,
    "CreateDeployment": deployments.create_deployment,
    "GetDeployment": deployments.get_deployment,
    "GetDeployments": deployments.get_deployments,
    "UpdateDeployment": deployments.update_deployment,
    "DeleteDeployment": deployments.delete_deployment,
    "CreateStage": stages.create_stage,
    "GetStage": stages.get_stage,
    "GetStages": stages.get_stages,
    "UpdateStage": stages.update_stage,
    "DeleteStage": stages.delete_stage,
    "GetTags": tags.get_tags,
    "TagResource": tags.tag_resource,
    "UntagResource": tags.untag_resource,
    "CreateDomainName": domain_names.create_domain_name,
    "GetDomainName": domain_names.get_domain_name,
    "UpdateDomainName": domain_names.update_domain_name,
    "DeleteDomainName": domain_names.delete_domain_name,
}

V2_HANDLERS: Handlers = {
    "CreateDomainName": domain_names.create_v2_domain_name,
    "GetDomainName": domain_names.get_v2_domain_name,
    "UpdateDomainName": domain_names.update_v2_domain_name,
    "DeleteDomainName": domain_names.delete_domain_name,
    "CreateApiMapping": api_mappings.create_api_mapping,
    "GetApiMapping": api_mappings.get_api_mapping,
    "GetApiMappings": api_mappings.get_api_mappings,
    "UpdateApiMapping": api_mappings.update_api_mapping,
    "DeleteApiMapping": api_mappings.delete_api_mapping,
}

HANDLERS = {"apigateway": REST_HANDLERS, "apigatewayv2": V2_HANDLERS}
