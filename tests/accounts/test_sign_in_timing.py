"""Whether somebody has an account is not told by how long signing in takes.

Time of the processor is compared, which others on the machine do not change, of attempts that take turns.
"""

import statistics
import time
from typing import Any

from people import person

from matchmaker.accounts.sign_ins import Visitor, check_password
from matchmaker.kit.database import Database

ROUNDS = 15
KNOWN, UNKNOWN = "lan@ben-binh.example", "nobody@ben-binh.example"


def seconds(app: Any, email: str, number: int) -> float:
    """What one wrong attempt takes, of a client that has not failed before."""
    with app.state.database.session(writes=False) as session:
        visitor = Visitor(f"198.51.100.{number}")
        begun = time.thread_time()
        attempt = check_password(session, app.state.secret, email, "a wrong guess of somebody", visitor)
        taken = time.thread_time() - begun
    assert (attempt.right, attempt.wait) == (False, 0)
    return taken


def test_an_unknown_address_takes_as_long_as_a_wrong_password(app: Any, database: Database) -> None:
    person(database)
    for email in (KNOWN, UNKNOWN):
        seconds(app, email, 0)

    pairs = [(seconds(app, KNOWN, number), seconds(app, UNKNOWN, number)) for number in range(1, ROUNDS + 1)]

    ratio = statistics.median(known / unknown for known, unknown in pairs)
    assert 0.8 < ratio < 1.25
