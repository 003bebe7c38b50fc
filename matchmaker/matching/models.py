"""What matching shows, and the candidates it keeps."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel

from matchmaker.catalogue.models import Kind, NeedPublic, TechnologyPublic
from matchmaker.kit import clock


class Candidate(SQLModel, table=True):
    """A need and a technology that ranking of everything brought together; ``rank`` is the need's, from 1."""

    need_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    technology_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE", index=True)
    rank: int
    score: float
    probability: float
    parts: dict[str, float] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    weights: str
    seq: int = Field(description="The catalogue's change up to which the ranking knew it.")
    ranked_at: datetime = Field(default_factory=clock.now)


class RankingRun(SQLModel, table=True):
    """The last time everything was ranked."""

    __tablename__ = "ranking_run"

    id: int = Field(default=1, primary_key=True)
    seq: int
    weights: str
    needs: int
    technologies: int
    at: datetime = Field(default_factory=clock.now)


class IndexGeneration(SQLModel, table=True):
    """A built state of the index on PostgreSQL. It counts from the moment it is whole; the newest one serves."""

    __tablename__ = "index_generation"

    id: int | None = Field(default=None, primary_key=True)
    engine: str = Field(max_length=40, description="What its vectors are searched by.")
    form: int = Field(description="The form of its files.")
    model: str = Field(default="", max_length=200)
    weights: str = Field(default="", max_length=100)
    seq: int = Field(default=0, description="The catalogue's change up to which it knows the catalogue.")
    whole: bool = False
    made_at: datetime = Field(default_factory=clock.now)


class IndexPart(SQLModel, table=True):
    """A piece of one of a generation's files, which hosts take over."""

    __tablename__ = "index_part"

    generation_id: int = Field(primary_key=True, foreign_key="index_generation.id", ondelete="CASCADE")
    file: str = Field(primary_key=True, max_length=100)
    place: int = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class CriterionPublic(SQLModel):
    name: str = Field(schema_extra={"examples": ["readiness"]})
    verdict: str = Field(schema_extra={"examples": ["met"]}, description="`met`, `not_met` or `not_stated`.")
    need: Any = Field(default=None, description="What the need says.")
    technology: Any = Field(default=None, description="What the technology says.")


class ReasonPublic(SQLModel):
    need: str = Field(description="A sentence quoted from the need.")
    technology: str = Field(description="A sentence quoted from the technology.")
    similarity: float
    shared: list[str] = Field(description="Words that both sentences say, accents folded.")


class PartsPublic(SQLModel):
    score: float = Field(description="What the order is made from.")
    cosine: float = Field(description="Cosine of the centred vectors less both hub values.")
    dense: float = Field(description="The same as deviations from the mean over all candidates.")
    lexical: float = Field(description="BM25 as deviations from the mean over all candidates.")
    coverage: float = Field(description="Share of the weight of the need's words that the other side says too.")


class CandidatePublic(SQLModel):
    rank: int
    probability: float = Field(description="Calibrated probability that the pair fits, 0 to 1.")
    good: bool = Field(description="Whether the probability reaches the threshold.")
    posting: TechnologyPublic | NeedPublic
    parts: PartsPublic
    criteria: list[CriterionPublic]
    reasons: list[ReasonPublic]


class CandidateList(SQLModel):
    """Candidates of one posting; ``verdict`` says plainly when none is good."""

    posting_id: int
    kind: Kind
    verdict: str = Field(description="`good_matches` or `no_good_match`.")
    threshold: float
    considered: int = Field(description="How many postings of the other side were compared.")
    weights: str
    items: list[CandidatePublic]


class AlikePublic(SQLModel):
    """Another posting that may say the same; ``similarity`` is the cosine of their nearest texts."""

    similarity: float
    posting: TechnologyPublic | NeedPublic


class SearchHit(SQLModel):
    score: float
    posting: TechnologyPublic | NeedPublic


class SearchResult(SQLModel):
    items: list[SearchHit]
    total: int = Field(description="How many postings pass the filters.")
    offset: int
    limit: int
    language: str = Field(description="The language the query was read in.")


class SectorSuggestion(SQLModel):
    code: str
    name_vi: str
    name_en: str
    score: float


class WeakPosting(SQLModel):
    """A posting whose best counterpart, if any, does not reach the threshold."""

    posting: TechnologyPublic | NeedPublic
    best_probability: float
    best_id: int | None


class SectorGroup(SQLModel):
    sector: str
    name_vi: str
    name_en: str
    items: list[WeakPosting]


class WeakList(SQLModel):
    """Unmet needs or unasked technologies, by top sector; ``current`` is false while a newer ranking is due."""

    kind: Kind
    threshold: float
    total: int
    current: bool
    ranked_at: datetime | None
    sectors: list[SectorGroup]


class MapPoint(SQLModel):
    id: int
    kind: Kind
    x: float
    y: float
    title: str
    sector: str | None


class Landscape(SQLModel):
    """Both sides on one map; near points are alike in meaning. Coordinates lie between 0 and 1."""

    points: list[MapPoint]
    method: str
    shown: int
    total: int


class ThemePair(SQLModel):
    need_id: int
    technology_id: int
    probability: float


class Theme(SQLModel):
    """A proposed theme of a session."""

    name_vi: str
    name_en: str
    sector: str | None
    words: list[str]
    needs: list[int]
    technologies: list[int]
    pairs: list[ThemePair]
