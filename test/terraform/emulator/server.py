"""Binds a loopback port, announces it on stdout and serves until stdin closes."""

import json
import os
import sys
import threading
from contextlib import suppress

os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
# How many seconds ACM takes to validate a certificate, at least.
os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "1")

SECONDS_FOR_CLIENT_TO_CLOSE = 5


def serve(port: int, cache_cluster_seconds: float) -> None:
    """Serve until the parent closes our stdin, which also happens when it dies."""
    from werkzeug.serving import WSGIRequestHandler, make_server

    from .application import Application
    from .gateway.cache_cluster import transition

    class RequestHandler(WSGIRequestHandler):
        def log_request(self, code: object = "-", size: object = "-") -> None:
            """The request log replaces werkzeug's access log."""

        def finish(self) -> None:
            """Lets the client close the connection, as the header tells it to.

            A busy client that finds the answer and the end at once takes that for a lost
            connection now and then, and sends what has been done already once more.
            """
            self.wfile.flush()
            self.connection.settimeout(SECONDS_FOR_CLIENT_TO_CLOSE)
            with suppress(OSError):
                self.connection.recv(1)
            super().finish()

    transition.seconds = cache_cluster_seconds
    server = make_server(
        "127.0.0.1",
        port,
        Application(),
        threaded=True,
        request_handler=RequestHandler,
    )
    os.environ["MOTO_PORT"] = str(server.server_port)
    threading.Thread(target=exit_when_stdin_closes, daemon=True).start()
    announcement = {
        "port": server.server_port,
        "endpoint": f"http://127.0.0.1:{server.server_port}",
    }
    print(json.dumps(announcement), flush=True)
    server.serve_forever()


def exit_when_stdin_closes() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)
