"""The limits of API Gateway's control plane: requests per second, and one stage update
at a time."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .calls import Call
from .replies import bad_request, conflict, too_many_requests

NAMES = (
    "totalPerSecond",
    "totalBurst",
    "resourceChangesPerSecond",
    "deploymentsPerSecond",
    "definitionImportsPerSecond",
    "apiDeletionsPerSecond",
    "domainChangesPerSecond",
    "stageUpdateMilliseconds",
)

BUDGET_OF_OPERATION = {
    "CreateResource": "resourceChangesPerSecond",
    "DeleteResource": "resourceChangesPerSecond",
    "CreateDeployment": "deploymentsPerSecond",
    "PutRestApi": "definitionImportsPerSecond",
    "DeleteRestApi": "apiDeletionsPerSecond",
    "CreateDomainName": "domainChangesPerSecond",
    "UpdateDomainName": "domainChangesPerSecond",
    "DeleteDomainName": "domainChangesPerSecond",
}
SERVICES = ("apigateway", "apigatewayv2")


class TokenBucket:
    def __init__(self, per_second: float, burst: float, clock: Callable[[], float]):
        self.per_second = per_second
        self.burst = burst
        self.clock = clock
        self.tokens = burst
        self.refilled = clock()

    def take(self) -> bool:
        now = self.clock()
        self.tokens = min(
            self.burst, self.tokens + (now - self.refilled) * self.per_second
        )
        self.refilled = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


class Limits:
    """Every limit is off until it is set; each is set on its own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self.clock = clock
        self.lock = threading.Lock()
        self.busy_apis: set[str] = set()
        self.configure({})

    def configure(self, values: dict[str, Any]) -> None:
        """AWS docs: "Amazon API Gateway quotas", quotas for creating, deploying and
        managing an API."""
        if unknown := set(values) - set(NAMES):
            raise bad_request(f"Unknown limits: {', '.join(sorted(unknown))}")
        with self.lock:
            self.values = {name: values.get(name) for name in NAMES}
            self.total = self.bucket("totalPerSecond", self.values["totalBurst"])
            self.buckets = {
                operation: self.bucket(name)
                for operation, name in BUDGET_OF_OPERATION.items()
            }

    def bucket(self, name: str, burst: float | None = None) -> TokenBucket | None:
        per_second = self.values[name]
        if not per_second:
            return None
        return TokenBucket(per_second, burst or max(1.0, per_second), self.clock)

    def admit(self, call: Call) -> None:
        """Refuse with 429 when the operation's own budget or the total is used up."""
        if call.service not in SERVICES:
            return
        with self.lock:
            for bucket in (self.buckets.get(call.operation), self.total):
                if bucket is not None and not bucket.take():
                    raise too_many_requests()

    @contextmanager
    def stage_update(self, call: Call) -> Iterator[None]:
        """A second UpdateStage of an API within the first one's time is a conflict that
        asks to try again (terraform-provider-aws: service package retries a
        ConflictException with "try again later")."""
        milliseconds = self.values["stageUpdateMilliseconds"]
        if (
            call.service != "apigateway"
            or call.operation != "UpdateStage"
            or not milliseconds
        ):
            yield
            return
        rest_api_id = call.parameters["restapi_id"]
        with self.lock:
            if rest_api_id in self.busy_apis:
                raise conflict(
                    "Unable to complete operation due to concurrent modification. Please try again later."
                )
            self.busy_apis.add(rest_api_id)
        try:
            time.sleep(milliseconds / 1000)
            yield
        finally:
            with self.lock:
                self.busy_apis.discard(rest_api_id)
