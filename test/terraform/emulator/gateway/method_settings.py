"""The method settings of a stage: their defaults, their values and how an entry comes
into being."""

from typing import Any

from ..replies import ApiError, bad_request, outside_enum
from .method_setting_paths import setting_path
from .patch_operations import Patch

Settings = dict[str, Any]

STAGE_WIDE = "*/*"
ENUMS = {
    "loggingLevel": ["OFF", "ERROR", "INFO"],
    "unauthorizedCacheControlHeaderStrategy": [
        "FAIL_WITH_403",
        "SUCCEED_WITH_RESPONSE_HEADER",
        "SUCCEED_WITHOUT_RESPONSE_HEADER",
    ],
}
MAX_TTL_SECONDS = 3600


def default_settings() -> Settings:
    """LocalStack snapshot: test_create_update_stages. A logging level is absent until
    it is set, which means OFF."""
    return {
        "metricsEnabled": False,
        "dataTraceEnabled": False,
        "throttlingBurstLimit": 5000,
        "throttlingRateLimit": 10000.0,
        "cachingEnabled": False,
        "cacheTtlInSeconds": 300,
        "cacheDataEncrypted": False,
        "requireAuthorizationForCacheControl": True,
        "unauthorizedCacheControlHeaderStrategy": "SUCCEED_WITH_RESPONSE_HEADER",
    }


def new_entry(settings: dict[str, Settings]) -> Settings:
    """A new entry copies the current */* entry, else the defaults; later changes of */*
    do not flow into it (LocalStack snapshot: test_create_update_stages)."""
    return dict(settings.get(STAGE_WIDE) or default_settings())


def patch_method_settings(settings: dict[str, Settings], patch: Patch) -> None:
    if patch.op == "remove":
        remove_entry(settings, patch)
        return
    path = setting_path(patch.path)
    if patch.op != "replace":
        raise no_such_setting(patch)
    value = parsed_value(path.attribute, patch.value)
    if path.is_kept:
        settings.setdefault(path.key, new_entry(settings))[path.attribute] = value


def remove_entry(settings: dict[str, Settings], patch: Patch) -> None:
    """Only a whole entry can be removed, not one of its fields (LocalStack snapshot:
    test_update_stage_remove_wildcard; live-verified by go-to-k/cdkd)."""
    if settings.pop(patch.path.removeprefix("/"), None) is None:
        raise no_such_setting(patch)


def no_such_setting(patch: Patch) -> ApiError:
    """LocalStack snapshot: test_update_stage_remove_wildcard, with its trailing
    space."""
    return bad_request(
        f"Cannot {patch.op} method setting {patch.path.removeprefix('/')} "
        "because there is no method setting for this method "
    )


def parsed_value(attribute: str, value: str | None) -> Any:
    text = value or ""
    if attribute in ENUMS:
        return enum_value(attribute, text)
    if attribute == "cacheTtlInSeconds":
        return ttl_value(text)
    if attribute == "throttlingBurstLimit":
        return int(number(attribute, text))
    if attribute == "throttlingRateLimit":
        return number(attribute, text)
    return boolean(attribute, text)


def enum_value(attribute: str, text: str) -> str:
    """botocore: the enums of loggingLevel and
    UnauthorizedCacheControlHeaderStrategy."""
    if text not in ENUMS[attribute]:
        raise outside_enum(text, f"methodSetting.{attribute}", ENUMS[attribute])
    return text


def ttl_value(text: str) -> int:
    """AWS docs: "Enabling API caching to enhance responsiveness": a TTL of 0 (caching
    disabled) to 3600 seconds."""
    seconds = number("cacheTtlInSeconds", text)
    if seconds != int(seconds) or not 0 <= seconds <= MAX_TTL_SECONDS:
        raise bad_request(
            f"Invalid cache TTL: {text}. It must be between 0 and {MAX_TTL_SECONDS} seconds"
        )
    return int(seconds)


def number(attribute: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise bad_request(f"Invalid number for {attribute}: {text}") from None


def boolean(attribute: str, text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise bad_request(f"Invalid boolean for {attribute}: {text}")
    return text.lower() == "true"


def effective_settings(
    settings: dict[str, Settings], path: str, verb: str
) -> tuple[str | None, Settings]:
    """The entry that one method obeys: its own, else */*, else the defaults. A key
    without a leading ~1 works for a path of one level (terraform-provider-aws issue
    13612); one with a leading slash does not (issue 9738)."""
    escaped = path.replace("~", "~0").replace("/", "~1")
    keys = [f"{escaped}/{verb}", STAGE_WIDE]
    if path.count("/") == 1 and path != "/":
        keys.insert(1, f"{path.removeprefix('/')}/{verb}")
    for key in keys:
        if key in settings:
            return key, settings[key]
    return None, default_settings()


def is_cached(key: str | None, settings: Settings, verb: str) -> bool:
    """Stage-wide caching is for GET only, and a TTL of 0 turns caching off (AWS docs:
    "Enabling API caching to enhance responsiveness")."""
    by_default = key in (None, STAGE_WIDE)
    return (
        settings["cachingEnabled"]
        and settings["cacheTtlInSeconds"] > 0
        and (verb == "GET" or not by_default)
    )
