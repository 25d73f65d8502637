"""The log of every request, in the order of their completion."""

import threading
import time
from typing import Any

from .calls import Call


class RequestLog:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.entries: list[dict[str, Any]] = []
        self.sequence = 0

    def add(self, call: Call, started: float, status: int) -> None:
        with self.lock:
            self.sequence += 1
            self.entries.append(
                {
                    "sequence": self.sequence,
                    "time": started,
                    "durationSeconds": time.monotonic() - started,
                    "service": call.service,
                    "operation": call.operation,
                    "method": call.method,
                    "path": call.path,
                    "query": call.query,
                    "status": status,
                    "body": call.logged_body(),
                }
            )

    def all(self) -> list[dict[str, Any]]:
        with self.lock:
            return sorted(self.entries, key=lambda entry: entry["sequence"])

    def clear(self) -> None:
        with self.lock:
            self.entries = []
