"""The patch operations that every Update call takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..calls import Call
from ..replies import ApiError, bad_request, not_found, outside_enum

MAX_PATCH_OPERATIONS = 80
OPERATIONS = ["add", "remove", "move", "test", "replace", "copy"]


@dataclass
class Patch:
    op: str
    path: str
    value: str | None

    def name_after(self, prefix: str) -> str:
        """The last part of a path like /requestParameters/NAME, with JSON pointer's
        escapes undone."""
        return unescaped(self.path.removeprefix(prefix))

    def flag(self) -> bool:
        return (self.value or "").lower() == "true"


def patches_of(call: Call) -> Iterator[Patch]:
    """At most 80 operations a call (serverless-api-gateway-caching splits its updates
    there: MAX_PATCH_OPERATIONS)."""
    operations: list[dict[str, Any]] = (call.body or {}).get("patchOperations") or []
    if len(operations) > MAX_PATCH_OPERATIONS:
        raise bad_request(
            f"Too many patch operations: {len(operations)}. Maximum is {MAX_PATCH_OPERATIONS}"
        )
    for operation in operations:
        if operation.get("op") not in OPERATIONS:
            raise outside_enum(operation.get("op"), "patchOperations.op", OPERATIONS)
        yield Patch(
            operation["op"], operation.get("path") or "", operation.get("value")
        )


def unescaped(text: str) -> str:
    return text.replace("~1", "/").replace("~0", "~")


def invalid_patch(patch: Patch) -> ApiError:
    """LocalStack snapshot: test_update_resource_behaviour."""
    return bad_request(
        f"Invalid patch path  '{patch.path}' specified for op '{patch.op}'. "
        "Please choose supported operations"
    )


def patch_map(
    values: dict[str, Any], name: str, patch: Patch, value: Any, missing: str
) -> None:
    """Add, replace or remove one entry of a map; removing or replacing a missing one is
    an error (LocalStack snapshot: test_update_method_wrong_param_names)."""
    if patch.op != "add" and name not in values:
        raise not_found(missing)
    if patch.op == "remove":
        del values[name]
    elif patch.op in ("add", "replace"):
        values[name] = value
    else:
        raise invalid_patch(patch)
