"""Which key of a stage's method settings a patch path stands for."""

from dataclasses import dataclass

from ..replies import ApiError, bad_request

SETTINGS = {
    "metrics/enabled": "metricsEnabled",
    "logging/dataTrace": "dataTraceEnabled",
    "logging/loglevel": "loggingLevel",
    "throttling/burstLimit": "throttlingBurstLimit",
    "throttling/rateLimit": "throttlingRateLimit",
    "caching/ttlInSeconds": "cacheTtlInSeconds",
    "caching/enabled": "cachingEnabled",
    "caching/dataEncrypted": "cacheDataEncrypted",
    "caching/requireAuthorizationForCacheControl": "requireAuthorizationForCacheControl",
    "caching/unauthorizedCacheControlHeaderStrategy": "unauthorizedCacheControlHeaderStrategy",
}
VERBS = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}


@dataclass
class SettingPath:
    key: str
    """The part of the patch path before its last two segments, exactly as it was
    sent."""
    attribute: str
    is_kept: bool
    """False for a path that is accepted and has no effect."""


def allowed_paths() -> str:
    """The list as the service prints it, with its missing commas (LocalStack snapshot:
    test_create_update_stages)."""
    stage = ["deploymentId", "description", "cacheClusterEnabled", "cacheClusterSize"]
    stage += ["clientCertificateId", "accessLogSettings"]
    stage += ["accessLogSettings/destinationArn", "accessLogSettings/format"]
    paths = [f"/{name}" for name in stage]
    for prefix, glue in (("/{resourcePath}/{httpMethod}/", ""), ("/*/*/", " ")):
        names = [prefix + name for name in SETTINGS]
        paths += [*names[:3], glue.join(names[3:6]), *names[6:]]
    return ", ".join([*paths, "/variables/{variable_name}", "/tracingEnabled"])


def invalid_path(path: str) -> ApiError:
    """LocalStack snapshot: test_create_update_stages."""
    return bad_request(
        f"Invalid method setting path: {path}. Must be one of: [{allowed_paths()}]"
    )


def setting_path(path: str) -> SettingPath:
    """AWS docs: "Patch operations", UpdateStage:
    /{resourcePath}/{httpMethod}/{group}/{setting}, with every slash of the resource
    path written as ~1 (awscli example of update-stage:
    path=/~1resourceName/GET/logging/dataTrace)."""
    segments = path.removeprefix("/").split("/")
    attribute = SETTINGS.get("/".join(segments[-2:]))
    prefix = segments[:-2]
    if attribute is None or len(prefix) < 2:
        raise invalid_path(path)
    refuse_trailing_slash(prefix, path)
    refuse_wrong_verb(prefix, path)
    return SettingPath("/".join(prefix), attribute, not is_unescaped_nesting(prefix))


def refuse_trailing_slash(prefix: list[str], path: str) -> None:
    """terraform-provider-aws issue 15855: Invalid method setting path:
    /{proxy+}/ANY//throttling/burstLimit."""
    if prefix[-1] == "":
        raise invalid_path(path)


def refuse_wrong_verb(prefix: list[str], path: str) -> None:
    """Only a concrete verb, or */* for everything; ANY and half a wildcard are refused
    (serverless-aws-alias issue 80: Invalid method setting path:
    /profile/ANY/logging/loglevel; AWS docs: the list of allowed paths in that text has
    no other wildcard)."""
    if prefix == ["*", "*"]:
        return
    if prefix[-1] not in VERBS or "*" in prefix:
        raise invalid_path(path)


def is_unescaped_nesting(prefix: list[str]) -> bool:
    """A nested path with plain slashes never comes back from GetStage, so Terraform
    fails with "empty result" (terraform-provider-aws issue 37959). With a leading slash
    it is stored without an effect (issue 9738)."""
    return len(prefix) > 2 and prefix[0] != ""
