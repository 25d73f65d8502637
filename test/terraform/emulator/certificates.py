"""Certificates as ACM treats them: what an import must fulfil, and what is in use stays."""

import base64
from collections.abc import Callable, Iterator
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from moto.acm.models import AWS_ROOT_CA, CertBundle, acm_backends
from moto.apigateway.models import apigateway_backends
from moto.core import DEFAULT_ACCOUNT_ID

from .calls import Call
from .replies import ApiError

Answer = tuple[str, list[tuple[str, str]], bytes]
Forward = Callable[[], Answer]

PUBLIC_FORM = (
    serialization.Encoding.DER,
    serialization.PublicFormat.SubjectPublicKeyInfo,
)


def find_certificate(arn: str | None) -> CertBundle | None:
    """The certificate of an ARN, in the state that it has by now."""
    region = (arn or "").split(":")[3:4]
    bundles = acm_backends[DEFAULT_ACCOUNT_ID][region[0]]._certificates if region else {}
    bundle = bundles.get(arn or "")
    if bundle is not None:
        bundle.check()
    return bundle


def import_certificate(call: Call, forward: Forward) -> Answer:
    """ACM user guide: "Prerequisites for importing", "Reimport a certificate". moto takes
    everything, and forgets the tags of what is imported again."""
    leaf = x509.load_pem_x509_certificate(decoded(call, "Certificate"))
    key = serialization.load_pem_private_key(decoded(call, "PrivateKey"), None)
    if key.public_key().public_bytes(*PUBLIC_FORM) != leaf.public_key().public_bytes(
        *PUBLIC_FORM
    ):
        raise invalid("The private key does not match the certificate.")
    check_chain(leaf, decoded(call, "CertificateChain"))
    present = find_certificate(call.body.get("CertificateArn"))
    if present is not None and algorithm_of(present._cert) != algorithm_of(leaf):
        raise invalid(
            f"A reimport cannot change {algorithm_of(present._cert)} to "
            f"{algorithm_of(leaf)}."
        )
    answer = forward()
    if present is not None:
        renewed = find_certificate(present.arn)
        assert renewed is not None
        renewed.tags = present.tags
    return answer


def decoded(call: Call, field: str) -> bytes:
    return base64.b64decode(call.body.get(field) or "")


def check_chain(leaf: x509.Certificate, pem: bytes) -> None:
    """A chain has no leaf, and its algorithm is that of the leaf's signature. Whether it
    signed the leaf is not asked: the tests have no key of a real authority."""
    if not pem:
        return
    chain = x509.load_pem_x509_certificates(pem)
    if leaf in chain:
        raise invalid("The certificate chain contains the certificate itself.")
    is_rsa = isinstance(chain[0].public_key(), rsa.RSAPublicKey)
    signed_with_rsa = "RSA" in leaf.signature_algorithm_oid._name.upper()
    if is_rsa != signed_with_rsa:
        raise invalid(
            "The certificate is not signed with the algorithm of the certificate chain."
        )


def algorithm_of(certificate: x509.Certificate) -> str:
    """As ACM names it in KeyAlgorithm."""
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return f"RSA-{key.key_size}"
    return f"EC-{key.curve.name}" if isinstance(key, ec.EllipticCurvePublicKey) else "?"


def delete_certificate(call: Call, forward: Forward) -> Answer:
    """A certificate that a domain serves cannot be deleted; the provider tries again."""
    arn = call.body["CertificateArn"]
    users = [domain.domain_name for domain in domains() if arn in domain.uses()]
    if users:
        raise ApiError(
            400,
            "ResourceInUseException",
            f"Certificate {arn} is in use by {', '.join(users)}.",
        )
    return forward()


def domains() -> Iterator[Any]:
    for backend in apigateway_backends[DEFAULT_ACCOUNT_ID].values():
        yield from backend.domain_names.values()


def invalid(message: str) -> ApiError:
    return ApiError(400, "ValidationException", message)


def certificates() -> dict[str, dict[str, Any]]:
    """Everything in ACM by ARN, for the tests."""
    return {
        bundle.arn: described(bundle)
        for backend in acm_backends[DEFAULT_ACCOUNT_ID].values()
        for bundle in backend._certificates.values()
    }


def described(bundle: CertBundle) -> dict[str, Any]:
    bundle.check()
    names = bundle._cert.extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    ).value
    return {
        "type": bundle.type,
        "status": bundle.status,
        "keyAlgorithm": algorithm_of(bundle._cert),
        "hostnames": sorted(names.get_values_for_type(x509.DNSName)),
        "certificatePem": bundle.cert.decode(),
        "chainPem": bundle.chain.replace(AWS_ROOT_CA, b"").decode().strip(),
        "tags": dict(bundle.tags),
    }


CERTIFICATE_HANDLERS = {
    "ImportCertificate": import_certificate,
    "DeleteCertificate": delete_certificate,
}
