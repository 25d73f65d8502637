"""ACM issues a certificate when the records that validate it are in the DNS, once a test
says what is there; before that moto issues each one after a moment."""

import json
from functools import partial
from typing import Any

from moto import settings
from moto.acm.models import CertBundle, acm_backends
from moto.core import DEFAULT_ACCOUNT_ID

from .calls import Call

NEVER = 10**9


class Dns:
    """The CNAME records that resolvers see, by name without the last dot."""

    def __init__(self) -> None:
        self.seconds_without = settings.ACM_VALIDATION_WAIT
        self.records: dict[str, str] | None = None

    def publish(self, records: dict[str, str]) -> None:
        settings.ACM_VALIDATION_WAIT = NEVER
        self.records = records
        for backend in acm_backends[DEFAULT_ACCOUNT_ID].values():
            for bundle in backend._certificates.values():
                self.validate(bundle)

    def forget(self) -> None:
        settings.ACM_VALIDATION_WAIT = self.seconds_without
        self.records = None

    def validate(self, bundle: CertBundle) -> None:
        if self.records is None or bundle.status != "PENDING_VALIDATION":
            return
        options = bundle.describe()["Certificate"]["DomainValidationOptions"]
        demanded = [option["ResourceRecord"] for option in options]
        if all(
            self.records.get(record["Name"].rstrip(".")) == record["Value"].rstrip(".")
            for record in demanded
        ):
            bundle.status = "ISSUED"


dns = Dns()


def request_certificate(call: Call, forward: Any) -> Any:
    """The records of a certificate may be there already. moto makes RSA keys only, so the
    algorithm that was asked for is told separately."""
    answer = forward()
    if answer[0].startswith("200"):
        arn = json.loads(answer[2])["CertificateArn"]
        bundle = acm_backends[DEFAULT_ACCOUNT_ID][call.region]._certificates[arn]
        algorithm = call.body.get("KeyAlgorithm")
        if algorithm:
            bundle.describe = partial(described_as, bundle.describe, algorithm)
        dns.validate(bundle)
    return answer


def described_as(describe: Any, algorithm: str) -> dict[str, Any]:
    result = describe()
    result["Certificate"]["KeyAlgorithm"] = algorithm
    return result
