"""What tests of accounts share: people with passwords, and browsers of their own."""

from typing import Any

from sqlmodel import select
from starlette.testclient import TestClient

from matchmaker.accounts.account_models import Account, MemberRole, Membership, SignIn
from matchmaker.accounts.passwords import hash_password
from matchmaker.kit.database import Database

PASSWORD = "cửa sông Cấm 1888"


def person(database: Database, email: str = "lan@ben-binh.example", **values: Any) -> int:
    """A new account's id; ``member_of`` and ``role`` make it a member."""
    organisation_id, role = values.pop("member_of", None), values.pop("role", MemberRole.MEMBER)
    password = values.pop("password", PASSWORD)
    with database.session() as session:
        account = Account(email=email, name="Lan", password_hash=hash_password(password), **values)
        session.add(account)
        session.flush()
        if organisation_id:
            session.add(Membership(account_id=account.id, organisation_id=organisation_id, role=role))
        return account.id or 0


class Browser:
    """One person's browser: it keeps cookies, and says from which page a request comes."""

    def __init__(self, app: Any, address: str = "198.51.100.1", name: str = "Firefox") -> None:
        self.client = TestClient(app, raise_server_exceptions=False, client=(address, 5000))
        self.client.headers.update({"User-Agent": name, "Sec-Fetch-Site": "same-origin"})

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        return self.client.request(method, f"/api{path}", json=body, headers=named)

    def sign_in(self, email: str = "lan@ben-binh.example", password: str = PASSWORD) -> Any:
        return self.call("POST", "/sign-in", {"email": email, "password": password})

    def me(self) -> Any:
        return self.call("GET", "/me").json()

    @property
    def token(self) -> str:
        return str(self.client.cookies["matchmaker_sign_in"])


def told(answer: Any) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["code"]


def shift(database: Database, **back: Any) -> None:
    """Move moments of all sign-ins into the past."""
    with database.session() as session:
        for row in session.exec(select(SignIn)).all():
            for name, by in back.items():
                setattr(row, name, getattr(row, name) - by)
            session.add(row)
