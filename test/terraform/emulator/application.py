"""The WSGI application: log, limits, the faithful API Gateway, and moto for everything
else."""

import io
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from http import HTTPStatus
from typing import Any

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    create_backend_app,
)

from .calls import Call, call_of
from .certificates import CERTIFICATE_HANDLERS
from .control import CONTROL_PREFIX, Control
from .dns_validation import request_certificate
from .gateway.handlers import HANDLERS
from .limits import Limits
from .replies import ApiError, Reply
from .request_log import RequestLog

Environ = dict[str, Any]

# Which operations moto answers only after, or before, something of our own.
AROUND_MOTO = {
    "acm": {**CERTIFICATE_HANDLERS, "RequestCertificate": request_certificate}
}


class Application:
    def __init__(self) -> None:
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.log = RequestLog()
        self.limits = Limits()
        self.state_lock = threading.RLock()
        self.control = Control(self.log, self.limits, self.state_lock)

    def __call__(
        self, environ: Environ, start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        raw_body = read_body(environ)
        if environ["PATH_INFO"].startswith(CONTROL_PREFIX):
            return send(self.control.reply(environ, raw_body), start_response)
        started = time.monotonic()
        call = call_of(environ, raw_body)
        status, headers, body = self.answer(call, environ)
        self.log.add(call, started, int(status.split()[0]))
        start_response(status, headers)
        return [body]

    def answer(
        self, call: Call, environ: Environ
    ) -> tuple[str, list[tuple[str, str]], bytes]:
        try:
            self.limits.admit(call)
            with self.limits.stage_update(call), self.state_lock:
                handler = HANDLERS.get(call.service, {}).get(call.operation)
                if handler is not None:
                    return rendered(handler(call))
                forward = partial(self.moto_answer, environ, call.raw_body)
                around = AROUND_MOTO.get(call.service, {}).get(call.operation)
                return forward() if around is None else around(call, forward)
        except ApiError as error:
            return rendered(error.reply())
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            return rendered(not_emulated(call, error))

    def moto_answer(
        self, environ: Environ, raw_body: bytes
    ) -> tuple[str, list[tuple[str, str]], bytes]:
        environ["wsgi.input"] = io.BytesIO(raw_body)
        environ["CONTENT_LENGTH"] = str(len(raw_body))
        captured: list[Any] = []
        chunks = self.moto(
            environ,
            lambda status, headers, error=None: captured.extend([status, headers]),
        )
        body = b"".join(chunks)
        if captured[0].startswith("500"):
            raise RuntimeError(body.decode(errors="replace"))
        return captured[0], captured[1], body


def not_emulated(call: Call, error: Exception) -> Reply:
    """501, because the SDKs retry a 500 for minutes before they show its text."""
    return ApiError(
        501, "NotImplementedException", f"{call.service} {call.operation}: {error!r}"
    ).reply()


def read_body(environ: Environ) -> bytes:
    if environ.get("wsgi.input_terminated"):
        return environ["wsgi.input"].read()
    return environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))


def rendered(reply: Reply) -> tuple[str, list[tuple[str, str]], bytes]:
    body = reply.encoded()
    headers = {
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        **reply.headers,
    }
    return (
        f"{reply.status} {HTTPStatus(reply.status).phrase}",
        list(headers.items()),
        body,
    )


def send(reply: Reply, start_response: Callable[..., Any]) -> Iterable[bytes]:
    status, headers, body = rendered(reply)
    start_response(status, headers)
    return [body]
