"""The catalogue of the seed data in a test's database."""

from pathlib import Path

from support import Api

SEED = Path(__file__).parents[1] / "seed_data"


def seed(api: Api) -> Api:
    """Organisations, technologies and needs, published and ranked."""
    for line in (SEED / "organisations.jsonl").read_text("utf-8").splitlines():
        api.call("POST", "/organisations", content=line, headers={"Content-Type": "application/json"})
    for kind, name in (("technology", "technologies"), ("need", "needs")):
        job = api.load(kind, (SEED / f"{name}.jsonl").read_bytes(), f"{name}.jsonl", publish=True)
        assert job["result"]["rejected"] == 0
    api.run(api.post("/matching/rank-all")["id"])
    return api
