"""The control endpoint of the tests, under a path that no AWS service uses."""

import json
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from moto.moto_api._internal.models import moto_api_backend

from .certificates import certificates
from .dns_validation import dns
from .gateway.inspection import custom_domains, http_apis
from .gateway.live import live_stage
from .inventory import inventory
from .limits import Limits
from .replies import ApiError, Reply, not_found
from .request_log import RequestLog

CONTROL_PREFIX = "/_emulator/"
SNAPSHOTS: dict[str, Callable[[], Any]] = {
    "GET inventory": inventory,
    "GET certificates": certificates,
    "GET domains": custom_domains,
    "GET http-apis": http_apis,
}


class Control:
    def __init__(self, log: RequestLog, limits: Limits, state_lock: threading.RLock):
        self.log = log
        self.limits = limits
        self.state_lock = state_lock

    def reply(self, environ: dict[str, Any], raw_body: bytes) -> Reply:
        name = environ["PATH_INFO"].removeprefix(CONTROL_PREFIX)
        query = {
            key: values[0]
            for key, values in parse_qs(environ.get("QUERY_STRING", "")).items()
        }
        body = json.loads(raw_body) if raw_body else {}
        try:
            return self.route(f"{environ['REQUEST_METHOD']} {name}", query, body)
        except ApiError as error:
            return error.reply()

    def route(self, route: str, query: dict[str, str], body: Any) -> Reply:
        if route == "GET requests":
            return Reply(200, self.log.all())
        if route == "DELETE requests":
            self.log.clear()
            return Reply(204)
        if route == "GET limits":
            return Reply(200, self.limits.values)
        if route == "POST limits":
            self.limits.configure(body)
            return Reply(200, self.limits.values)
        if route == "POST dns":
            with self.state_lock:
                dns.publish(body)
            return Reply(204)
        if route == "POST reset":
            return self.reset()
        if route == "GET live":
            with self.state_lock:
                return Reply(200, live_stage(query["restApiId"], query["stageName"]))
        if route in SNAPSHOTS:
            with self.state_lock:
                return Reply(200, SNAPSHOTS[route]())
        raise not_found(f"No control operation {route}")

    def reset(self) -> Reply:
        with self.state_lock:
            moto_api_backend.reset()
            dns.forget()
        self.limits.configure({})
        self.log.clear()
        return Reply(204)
