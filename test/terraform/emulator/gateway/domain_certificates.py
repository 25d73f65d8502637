"""What a custom domain name demands of its certificates and of its trust store."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cryptography.x509.oid import NameOID
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends

from ..certificates import find_certificate
from ..replies import bad_request

if TYPE_CHECKING:
    from .domain_names import DomainName

EDGE_CERTIFICATE_REGION = "us-east-1"
ORIGIN_CA_NAME = "CloudFlare Origin Certificate"


def check_certificates(domain: "DomainName") -> None:
    check_region(domain)
    check_serving_certificate(domain)
    if domain.mutual_tls.get("truststoreUri"):
        check_mutual_tls(domain)


def check_region(domain: "DomainName") -> None:
    """The certificate of a regional domain is in the domain's region, that of an
    edge-optimized one in us-east-1 (serverless-domain-manager issue 49)."""
    is_edge = domain.endpoint_type() == "EDGE"
    region = EDGE_CERTIFICATE_REGION if is_edge else domain.region
    arn = domain.serving_certificate()
    if arn is None or arn.split(":")[3:4] != [region]:
        raise bad_request(
            f"Invalid certificate ARN: {arn}. Certificate must be in '{region}'."
        )


def check_serving_certificate(domain: "DomainName") -> None:
    """Issued already; and trusted by the public for an edge-optimized domain, which no
    Origin CA certificate is (serverless-domain-manager issue 440)."""
    certificate = find_certificate(domain.serving_certificate())
    if certificate is None:
        return
    if certificate.status != "ISSUED":
        raise bad_request(f"The certificate {certificate.arn} is {certificate.status}.")
    names = certificate._cert.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    is_origin_ca = [name.value for name in names] == [ORIGIN_CA_NAME]
    if domain.endpoint_type() == "EDGE" and is_origin_ca:
        raise bad_request(
            "The certificate is not issued by a trusted Certificate Authority."
        )


def check_mutual_tls(domain: "DomainName") -> None:
    """Developer guide: "How to turn on mutual TLS authentication": regional, TLS 1.2, a
    trust store that is there, and a certificate of ACM itself that owns the name."""
    if domain.endpoint_type() != "REGIONAL" or domain.security_policy == "TLS_1_0":
        raise bad_request("Mutual TLS needs a regional domain name with TLS 1.2.")
    check_truststore(domain.mutual_tls)
    serving = find_certificate(domain.serving_certificate())
    owner = find_certificate(domain.ownership_certificate_arn)
    if serving is not None and serving.type == "IMPORTED" and owner is None:
        raise bad_request("Missing ownershipVerificationCertificate.")
    if owner is not None and owner.type != "AMAZON_ISSUED":
        raise bad_request("The ownership verification certificate is not ACM's own.")
    if owner is not None and owner.status != "ISSUED":
        raise bad_request(f"The certificate {owner.arn} is {owner.status}.")


def check_truststore(mutual_tls: dict[str, str]) -> None:
    uri = urlsplit(mutual_tls["truststoreUri"])
    buckets = s3_backends[DEFAULT_ACCOUNT_ID]["aws"].buckets
    bucket = buckets.get(uri.netloc)
    version = mutual_tls.get("truststoreVersion")
    found = (bucket.keys.getlist(uri.path.removeprefix("/")) if bucket else None) or []
    if not any(version in (None, "", key.version_id) for key in found):
        raise bad_request(f"The truststore {uri.geturl()} {version or ''} is missing.")
