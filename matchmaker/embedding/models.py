"""Vectors kept in the database: the truth that every index is made from."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited


class Embedding(SQLModel, table=True):
    """One text's unit vector, fp16 little-endian; keyed by the model and the digest of role and text."""

    model: str = Field(primary_key=True, max_length=200)
    digest: str = Field(primary_key=True, max_length=64)
    vector: bytes = Field(sa_type=LargeBinary)


@audited()
class ServingModel(SQLModel, table=True):
    """The model whose vectors serve now; it is replaced only when the next one's are complete."""

    __tablename__ = "serving_model"

    id: int = Field(default=1, primary_key=True)
    model: str = Field(description="As in the setting: `default`, a name or a folder.")
    name: str = Field(description="As the encoder names itself and its weights.")
    since: datetime = Field(default_factory=clock.now)
