"""What the custom domain names and the HTTP APIs of the account are, for the tests."""

from typing import Any

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.core import DEFAULT_ACCOUNT_ID

from .domain_names import DomainName


def custom_domains() -> dict[str, dict[str, Any]]:
    return {
        domain.domain_name: described(domain, backend.base_path_mappings, region)
        for region, backend in apigateway_backends[DEFAULT_ACCOUNT_ID].items()
        for domain in backend.domain_names.values()
        if isinstance(domain, DomainName)
    }


def described(domain: DomainName, base_paths: Any, region: str) -> dict[str, Any]:
    mappings = [
        (mapping["apiMappingKey"], mapping["apiId"], mapping["stage"])
        for mapping in domain.api_mappings.values()
    ]
    mappings += [
        ("" if path == "(none)" else path, mapping.rest_api_id, mapping.stage)
        for path, mapping in base_paths.get(domain.domain_name, {}).items()
    ]
    return {
        "region": region,
        "endpointType": domain.endpoint_type(),
        "securityPolicy": domain.security_policy,
        "targetDomainName": domain.to_v2_json()["domainNameConfigurations"][0][
            "apiGatewayDomainName"
        ],
        "certificateArn": domain.serving_certificate(),
        "ownershipVerificationCertificateArn": domain.ownership_certificate_arn,
        "mutualTls": domain.mutual_tls or None,
        "tags": domain.tags,
        "mappings": {
            key: {**api_of(region, api_id), "stage": stage}
            for key, api_id, stage in mappings
        },
    }


def api_of(region: str, api_id: str) -> dict[str, str]:
    rest_api = apigateway_backends[DEFAULT_ACCOUNT_ID][region].apis.get(api_id)
    if rest_api is not None:
        return {"type": "REST", "api": rest_api.name}
    http_api = apigatewayv2_backends[DEFAULT_ACCOUNT_ID][region].apis.get(api_id)
    return {"type": "HTTP", "api": http_api.name if http_api else api_id}


def http_apis() -> dict[str, dict[str, Any]]:
    return {
        api.name: {
            "apiId": api.api_id,
            "disableExecuteApiEndpoint": api.disable_execute_api_endpoint,
            "cors": api.cors_configuration or None,
            "routes": {
                route.route_key: integration_of(api, route.target or "")
                for route in api.routes.values()
            },
            "stages": {
                stage.name: {"autoDeploy": stage.auto_deploy}
                for stage in api.stages.values()
            },
        }
        for backend in apigatewayv2_backends[DEFAULT_ACCOUNT_ID].values()
        for api in backend.apis.values()
    }


def integration_of(api: Any, target: str) -> dict[str, Any] | None:
    integration = api.integrations.get(target.removeprefix("integrations/"))
    return integration and {
        "type": integration.integration_type,
        "uri": integration.integration_uri,
        "payloadFormatVersion": integration.payload_format_version,
    }
