"""The cache cluster of a stage."""

import time
from dataclasses import dataclass
from typing import Any

from ..replies import outside_enum

SIZES = ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"]
DEFAULT_SIZE = "0.5"


@dataclass
class Transition:
    """How long creating, resizing and deleting a cluster takes (about four minutes at
    AWS)."""

    seconds: float = 0.0


transition = Transition()


class CacheCluster:
    def __init__(self, enabled: bool = False, size: str | None = None):
        self.enabled = False
        self.size: str | None = None
        self.settled_at = 0.0
        self.resize(size)
        self.enable(enabled)

    def enable(self, enabled: bool) -> None:
        """A cluster without a size is the smallest one (moto: Stage.to_json)."""
        if enabled != self.enabled:
            self.settled_at = time.monotonic() + transition.seconds
        self.enabled = enabled
        if enabled and self.size is None:
            self.size = DEFAULT_SIZE

    def resize(self, size: str | None) -> None:
        """botocore: the enum CacheClusterSize."""
        if size is not None and size not in SIZES:
            raise outside_enum(size, "cacheClusterSize", SIZES)
        if self.enabled and size != self.size:
            self.settled_at = time.monotonic() + transition.seconds
        self.size = size

    def status(self) -> str:
        """botocore: the enum CacheClusterStatus."""
        is_settled = time.monotonic() >= self.settled_at
        if self.enabled:
            return "AVAILABLE" if is_settled else "CREATE_IN_PROGRESS"
        return "NOT_AVAILABLE" if is_settled else "DELETE_IN_PROGRESS"

    def to_json(self) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "cacheClusterEnabled": self.enabled,
            "cacheClusterStatus": self.status(),
        }
        return (
            fields if self.size is None else {**fields, "cacheClusterSize": self.size}
        )
