"""What tests of accounts share: people with passwords, and browsers of their own."""

from typing import Any

from sqlmodel import col, select
from starlette.testclient import TestClient

from matchmaker.accounts.account_models import Account, MemberRole, Membership, SignIn
from matchmaker.accounts.passwords import hash_password
from matchmaker.accounts.second_factor import codes
from matchmaker.accounts.second_factor.models import SecondFactor
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.mail.models import OutgoingMail

PASSWORD = "cửa sông Cấm 1888"


def person(database: Database, email: str = "lan@ben-binh.example", **values: Any) -> int:
    """A new account's id; ``member_of`` and ``role`` make it a member, administrators get a second factor."""
    organisation_id, role = values.pop("member_of", None), values.pop("role", MemberRole.MEMBER)
    password = values.pop("password", PASSWORD)
    second_factor = values.pop("second_factor", values.get("administrator", False))
    with database.session() as session:
        account = Account(email=email, name="Lan", password_hash=hash_password(password), **values)
        session.add(account)
        session.flush()
        if organisation_id:
            session.add(Membership(account_id=account.id, organisation_id=organisation_id, role=role))
        if second_factor:
            session.add(SecondFactor(account_id=account.id or 0, seed="5eed", confirmed_at=clock.now()))
        return account.id or 0


def app_code(app: Any, email: str = "lan@ben-binh.example", around: int = 0) -> str:
    """The code that somebody's app shows now, or half minutes before or after."""
    import pyotp

    with app.state.database.session(writes=False) as session:
        found = select(SecondFactor).join(Account).where(Account.email == email)
        factor = session.exec(found).one()
    secret = codes.app_secret(app.state.secret, factor.account_id, factor.seed)
    return str(pyotp.TOTP(secret).at(clock.now(), counter_offset=around))


class Browser:
    """One person's browser: it keeps cookies, and says from which page a request comes."""

    def __init__(self, app: Any, address: str = "198.51.100.1", name: str = "Firefox") -> None:
        self.app = app
        self.client = TestClient(app, raise_server_exceptions=False, client=(address, 5000))
        self.client.headers.update({"User-Agent": name, "Sec-Fetch-Site": "same-origin"})

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        return self.client.request(method, f"/api{path}", json=body, headers=named)

    def sign_in(self, email: str = "lan@ben-binh.example", password: str = PASSWORD) -> Any:
        """Sign in; with a second factor, also its code, as if the last one was used long ago."""
        answer = self.enter_password(email, password)
        if answer.status_code != 200 or answer.json()["second_factor"] != "asked":
            return answer
        with self.app.state.database.session() as session:
            for factor in session.exec(select(SecondFactor).join(Account).where(Account.email == email)).all():
                factor.last_step = 0
                session.add(factor)
        return self.enter_code(app_code(self.app, email))

    def enter_password(self, email: str = "lan@ben-binh.example", password: str = PASSWORD) -> Any:
        return self.call("POST", "/sign-in", {"email": email, "password": password})

    def enter_code(self, code: str) -> Any:
        return self.call("POST", "/sign-in/second-step", {"code": code})

    def me(self) -> Any:
        return self.call("GET", "/me").json()

    @property
    def token(self) -> str:
        return str(self.client.cookies["matchmaker_sign_in"])


def told(answer: Any) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["code"]


def mails(app: Any) -> list[OutgoingMail]:
    """What lies in the outbox, the oldest first."""
    with app.state.database.session(writes=False) as session:
        return list(session.exec(select(OutgoingMail).order_by(col(OutgoingMail.id))))


def link_in(mail: OutgoingMail) -> str:
    """The token behind the link of a letter."""
    return mail.text.partition("#")[2].split()[0]


def shift(database: Database, **back: Any) -> None:
    """Move moments of all sign-ins into the past."""
    with database.session() as session:
        for row in session.exec(select(SignIn)).all():
            for name, by in back.items():
                setattr(row, name, getattr(row, name) - by)
            session.add(row)
