"""Entry point of `python3 -m emulator`."""

import argparse

from .server import serve


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 chooses a free port")
    parser.add_argument(
        "--cache-cluster-seconds",
        type=float,
        default=0.0,
        help="how long a cache cluster stays in CREATE_IN_PROGRESS or DELETE_IN_PROGRESS",
    )
    arguments = parser.parse_args()
    serve(arguments.port, arguments.cache_cluster_seconds)


main()
