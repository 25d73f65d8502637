"""Everything that exists in the account, so that a test can show that a destroy left
nothing."""

import sys
from collections.abc import Iterator
from typing import Any


def inventory() -> dict[str, list[str]]:
    """Names by kind; a kind without anything is left out."""
    kinds: dict[str, list[str]] = {}
    for backend in backends_of("apigateway"):
        add(kinds, "restApis", (rest_api.name for rest_api in backend.apis.values()))
        add(kinds, "apiKeys", backend.keys)
        add(kinds, "usagePlans", backend.usage_plans)
        add(kinds, "domainNames", backend.domain_names)
        add(kinds, "vpcLinks", backend.vpc_links)
    for backend in backends_of("apigatewayv2"):
        add(kinds, "httpApis", (api.name for api in backend.apis.values()))
    for backend in backends_of("awslambda"):
        functions = list(backend.list_functions())
        add(kinds, "functions", (function.function_name for function in functions))
        add(
            kinds,
            "permissions",
            (
                statement["Sid"]
                for function in functions
                for statement in function.policy.statements
            ),
        )
    for backend in backends_of("iam"):
        managed_by_aws = {policy.arn for policy in backend.aws_managed_policies}
        add(kinds, "roles", (role.name for role in backend.roles.values()))
        add(
            kinds,
            "policies",
            (arn for arn in backend.managed_policies if arn not in managed_by_aws),
        )
    for backend in backends_of("logs"):
        add(kinds, "logGroups", backend.groups)
    for backend in backends_of("acm"):
        add(kinds, "certificates", backend._certificates)
    for backend in backends_of("s3"):
        add(kinds, "buckets", backend.buckets)
    for backend in backends_of("cognitoidp"):
        add(kinds, "userPools", backend.user_pools)
    return kinds


def add(kinds: dict[str, list[str]], kind: str, names: Any) -> None:
    if found := [str(name) for name in names]:
        kinds[kind] = sorted([*kinds.get(kind, []), *found])


def backends_of(service: str) -> Iterator[Any]:
    """Every region's store of a service that has been used."""
    module = sys.modules.get(f"moto.{service}.models")
    backends = (
        getattr(module, f"{service.replace('awslambda', 'lambda')}_backends", None)
        if module
        else None
    )
    for account in (backends or {}).values():
        yield from account.values()
