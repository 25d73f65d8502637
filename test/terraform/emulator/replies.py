"""What a handler answers, and the errors that API Gateway answers with."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Reply:
    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    def encoded(self) -> bytes:
        return b"" if self.body is None else json.dumps(self.body).encode()


class ApiError(Exception):
    """An error with the type and the text that the service sends."""

    def __init__(self, status: int, error_type: str, message: str):
        super().__init__(message)
        self.status = status
        self.error_type = error_type
        self.message = message

    def reply(self) -> Reply:
        body = {"__type": self.error_type, "message": self.message}
        return Reply(self.status, body, {"x-amzn-ErrorType": self.error_type})


def bad_request(message: str) -> ApiError:
    return ApiError(400, "BadRequestException", message)


def not_found(message: str) -> ApiError:
    return ApiError(404, "NotFoundException", message)


def conflict(message: str) -> ApiError:
    return ApiError(409, "ConflictException", message)


def too_many_requests() -> ApiError:
    return ApiError(429, "TooManyRequestsException", "Too Many Requests")


def outside_enum(value: Any, member: str, allowed: list[str]) -> ApiError:
    """The text of a value outside its enum (LocalStack snapshot:
    test_create_rest_api_with_endpoint_configuration)."""
    return ApiError(
        400,
        "ValidationException",
        f"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: "
        f"Member must satisfy enum value set: [{', '.join(allowed)}]",
    )
