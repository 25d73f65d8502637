"""Custom domain names, which the two APIs of API Gateway share."""

from typing import Any

from moto.apigateway.models import APIGatewayBackend
from moto.apigateway.models import DomainName as MotoDomainName

from ..calls import Call
from ..replies import Reply, bad_request, not_found
from .domain_certificates import check_certificates
from .patch_operations import Patch, invalid_patch, patches_of
from .store import backend_of


class DomainName(MotoDomainName):
    """moto's domain name, so that moto's base path mappings find it."""

    def __init__(self, name: str, region: str, values: dict[str, Any]):
        super().__init__(name, region_name=region, tags=values.get("tags") or {})
        self.region = region
        self.security_policy = values.get("securityPolicy") or "TLS_1_2"
        self.endpoint_configuration = values.get("endpointConfiguration") or {
            "types": ["EDGE"]
        }
        self.certificate_arn = values.get("certificateArn")
        self.regional_certificate_arn = values.get("regionalCertificateArn")
        self.ownership_certificate_arn = values.get(
            "ownershipVerificationCertificateArn"
        )
        self.mutual_tls: dict[str, Any] = values.get("mutualTlsAuthentication") or {}
        self.api_mappings: dict[str, dict[str, Any]] = {}
        check_certificates(self)

    def endpoint_type(self) -> str:
        return self.endpoint_configuration["types"][0]

    def serving_certificate(self) -> str | None:
        is_edge = self.endpoint_type() == "EDGE"
        return self.certificate_arn if is_edge else self.regional_certificate_arn

    def uses(self) -> set[str | None]:
        """The ARNs of certificates that cannot go before the domain does."""
        return {self.serving_certificate(), self.ownership_certificate_arn}

    def to_json(self) -> dict[str, Any]:
        is_edge = self.endpoint_type() == "EDGE"
        target = {
            ("distribution" if is_edge else "regional")
            + "DomainName": (
                self.distribution_domain_name if is_edge else self.regional_domain_name
            ),
            ("distribution" if is_edge else "regional")
            + "HostedZoneId": (
                self.distribution_hosted_zone_id
                if is_edge
                else self.regional_hosted_zone_id
            ),
        }
        fields = {
            "domainName": self.domain_name,
            "domainNameStatus": "AVAILABLE",
            "securityPolicy": self.security_policy,
            "endpointConfiguration": self.endpoint_configuration,
            "certificateArn": self.certificate_arn,
            "regionalCertificateArn": self.regional_certificate_arn,
            "ownershipVerificationCertificateArn": self.ownership_certificate_arn,
            "mutualTlsAuthentication": self.mutual_tls,
            "tags": self.tags,
            **target,
        }
        return {name: value for name, value in fields.items() if value}

    def to_v2_json(self) -> dict[str, Any]:
        is_edge = self.endpoint_type() == "EDGE"
        configuration = {
            "apiGatewayDomainName": (
                self.distribution_domain_name if is_edge else self.regional_domain_name
            ),
            "hostedZoneId": self.regional_hosted_zone_id,
            "certificateArn": self.serving_certificate(),
            "domainNameStatus": "AVAILABLE",
            "endpointType": self.endpoint_type(),
            "securityPolicy": self.security_policy,
            "ownershipVerificationCertificateArn": self.ownership_certificate_arn,
            "ipAddressType": self.endpoint_configuration.get("ipAddressType", "ipv4"),
        }
        fields = {
            "domainName": self.domain_name,
            "domainNameArn": f"arn:aws:apigateway:{self.region}::/domainnames/"
            f"{self.domain_name}",
            "apiMappingSelectionExpression": "$request.basepath",
            "domainNameConfigurations": [
                {name: value for name, value in configuration.items() if value}
            ],
            "mutualTlsAuthentication": self.mutual_tls,
            "tags": self.tags,
        }
        return {name: value for name, value in fields.items() if value}


def find_domain(backend: APIGatewayBackend, name: str) -> DomainName:
    domain = backend.domain_names.get(name)
    if not isinstance(domain, DomainName):
        raise not_found("Invalid domain name identifier specified")
    return domain


def domain_of(call: Call) -> DomainName:
    name = call.parameters.get("domain_name") or call.parameters.get("domainName")
    return find_domain(backend_of(call), name or "")


def add_domain(call: Call, values: dict[str, Any]) -> DomainName:
    """AWS docs: "Custom domain name for public REST APIs": lower case, unique."""
    name = call.body["domainName"]
    if name != name.lower():
        raise bad_request(f"Invalid domain name: {name}. Use lower case letters.")
    domains = backend_of(call).domain_names
    if name in domains:
        raise bad_request("The domain name you provided already exists.")
    domains[name] = DomainName(name, call.region, values)
    backend_of(call).base_path_mappings.setdefault(name, {})
    return domains[name]


def create_domain_name(call: Call) -> Reply:
    return Reply(201, add_domain(call, call.body).to_json())


def get_domain_name(call: Call) -> Reply:
    return Reply(200, domain_of(call).to_json())


def update_domain_name(call: Call) -> Reply:
    domain = domain_of(call)
    for patch in patches_of(call):
        patch_domain(domain, patch)
    check_certificates(domain)
    return Reply(200, domain.to_json())


def patch_domain(domain: DomainName, patch: Patch) -> None:
    """AWS docs: "Patch operations", UpdateDomainName."""
    if patch.op != "replace" and not patch.path.startswith("/mutualTls"):
        raise invalid_patch(patch)
    if patch.path == "/certificateArn":
        domain.certificate_arn = patch.value
    elif patch.path == "/regionalCertificateArn":
        domain.regional_certificate_arn = patch.value
    elif patch.path == "/securityPolicy":
        domain.security_policy = patch.value
    elif patch.path == "/ownershipVerificationCertificateArn":
        domain.ownership_certificate_arn = patch.value
    elif patch.path.startswith("/mutualTlsAuthentication/"):
        name = patch.path.removeprefix("/mutualTlsAuthentication/")
        domain.mutual_tls = {**domain.mutual_tls, name: patch.value}
    elif patch.path.startswith("/endpointConfiguration/types/"):
        domain.endpoint_configuration = {"types": [patch.value]}
    else:
        raise invalid_patch(patch)


def delete_domain_name(call: Call) -> Reply:
    backend = backend_of(call)
    name = domain_of(call).domain_name
    del backend.domain_names[name]
    backend.base_path_mappings.pop(name, None)
    return Reply(202)


def v2_values(body: dict[str, Any]) -> dict[str, Any]:
    """botocore, apigatewayv2 CreateDomainName: one configuration, REGIONAL only."""
    configuration = (body.get("domainNameConfigurations") or [{}])[0]
    if configuration.get("endpointType", "REGIONAL") != "REGIONAL":
        raise bad_request("Only REGIONAL domain names are supported.")
    endpoint = {"types": ["REGIONAL"]}
    if configuration.get("ipAddressType"):
        endpoint["ipAddressType"] = configuration["ipAddressType"]
    return {
        "endpointConfiguration": endpoint,
        "regionalCertificateArn": configuration.get("certificateArn"),
        "securityPolicy": configuration.get("securityPolicy"),
        "ownershipVerificationCertificateArn": configuration.get(
            "ownershipVerificationCertificateArn"
        ),
        "mutualTlsAuthentication": body.get("mutualTlsAuthentication"),
        "tags": body.get("tags"),
    }


def create_v2_domain_name(call: Call) -> Reply:
    return Reply(201, add_domain(call, v2_values(call.body)).to_v2_json())


def get_v2_domain_name(call: Call) -> Reply:
    return Reply(200, domain_of(call).to_v2_json())


def update_v2_domain_name(call: Call) -> Reply:
    """The host name of an updated domain stays, and so do its mappings."""
    domain = domain_of(call)
    kept = {"tags": domain.tags, "mutualTlsAuthentication": domain.mutual_tls}
    given = {name: value for name, value in v2_values(call.body).items() if value}
    updated = DomainName(domain.domain_name, domain.region, {**kept, **given})
    updated.regional_domain_name = domain.regional_domain_name
    updated.api_mappings = domain.api_mappings
    backend_of(call).domain_names[domain.domain_name] = updated
    return Reply(200, updated.to_v2_json())
