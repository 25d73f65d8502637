"""How a document says who may call a method."""

from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]

AUTHORIZER_TYPES = {
    "token": "TOKEN",
    "request": "REQUEST",
    "cognito_user_pools": "COGNITO_USER_POOLS",
}


@dataclass
class Authorizer:
    name: str
    type: str
    values: dict[str, Any]

    def authorization_type(self) -> str:
        return "COGNITO_USER_POOLS" if self.type == "COGNITO_USER_POOLS" else "CUSTOM"


@dataclass
class Security:
    authorization_type: str = "NONE"
    authorizer: str | None = None
    scopes: tuple[str, ...] = ()
    api_key_required: bool = False


def schemes_of(document: Document) -> dict[str, Document]:
    return (
        document.get("securityDefinitions")
        or (document.get("components") or {}).get("securitySchemes")
        or {}
    )


def authtype_of(scheme: Document) -> str:
    return str(scheme.get("x-amazon-apigateway-authtype") or "").lower()


def read_authorizers(document: Document, warnings: list[str]) -> list[Authorizer]:
    """AWS docs: "x-amazon-apigateway-authorizer object"."""
    authorizers = []
    for name, scheme in schemes_of(document).items():
        values = scheme.get("x-amazon-apigateway-authorizer")
        if values is not None:
            authorizers.append(read_authorizer(name, scheme, values))
        elif scheme.get("type") != "apiKey":
            warnings.append(
                f"Unsupported security definition type '{scheme.get('type')}' for '{name}'. Ignoring."
            )
    return authorizers


def read_authorizer(name: str, scheme: Document, values: Document) -> Authorizer:
    """A token authorizer without an identity source takes the header that the scheme
    names."""
    authorizer_type = AUTHORIZER_TYPES.get(
        str(values.get("type", "token")).lower(), "TOKEN"
    )
    identity_source = values.get("identitySource")
    if identity_source is None and authorizer_type != "REQUEST":
        identity_source = f"method.request.header.{scheme.get('name', 'Authorization')}"
    return Authorizer(
        name, authorizer_type, {**values, "identitySource": identity_source}
    )


def read_security(document: Document, operation: Document) -> Security:
    """AWS docs: "x-amazon-apigateway-authtype property" and "x-amazon-apigateway-auth
    object"; the operation's security replaces the document's."""
    if "x-amazon-apigateway-auth" in operation:
        return Security(
            authorization_type=operation["x-amazon-apigateway-auth"]
            .get("type", "NONE")
            .upper()
        )
    security = Security()
    for requirement in operation.get("security", document.get("security")) or []:
        for name, scopes in requirement.items():
            add_requirement(
                security, name, schemes_of(document).get(name) or {}, tuple(scopes)
            )
    return security


def add_requirement(
    security: Security, name: str, scheme: Document, scopes: tuple[str, ...]
) -> None:
    authorizer = scheme.get("x-amazon-apigateway-authorizer")
    if authorizer is not None:
        security.authorization_type = read_authorizer(
            name, scheme, authorizer
        ).authorization_type()
        security.authorizer = name
        security.scopes = scopes
    elif authtype_of(scheme) == "awssigv4":
        security.authorization_type = "AWS_IAM"
    elif (
        scheme.get("type") == "apiKey"
        and str(scheme.get("name", "")).lower() == "x-api-key"
    ):
        security.api_key_required = True
