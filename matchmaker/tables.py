"""Every table of the service, for migrations: importing this module registers them all."""

from matchmaker.accounts.models import Organisation
from matchmaker.catalogue.importing import ImportRow
from matchmaker.catalogue.models import CatalogueChange, Posting, PostingText, ReviewEvent
from matchmaker.embedding.models import Embedding, ServingModel
from matchmaker.kit.jobs.models import Job
from matchmaker.matching.models import Candidate, RankingRun

__all__ = [
    "Candidate",
    "CatalogueChange",
    "Embedding",
    "ImportRow",
    "Job",
    "Organisation",
    "Posting",
    "PostingText",
    "RankingRun",
    "ReviewEvent",
    "ServingModel",
]
