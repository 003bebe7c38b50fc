"""Every setting of the service, read once from the environment (``MATCHMAKER_*``) and frozen."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class SecondFactorFor(StrEnum):
    ADMINISTRATORS = "administrators"
    ORGANISERS = "organisers"
    EVERYBODY = "everybody"


class Settings(BaseSettings):
    """The settings; each description is also what the README shows. What nobody may read has ``repr=False``."""

    model_config = SettingsConfigDict(env_prefix="MATCHMAKER_", frozen=True, extra="forbid")

    data_folder: Path = Field(Path("var"), description="Folder for the database, the index, uploads and learned files.")
    database_url: str = Field(
        "",
        repr=False,
        description="SQLAlchemy URL; empty means SQLite in the data folder, `postgresql+psycopg://…` PostgreSQL.",
    )
    model: str = Field(
        "default", description="`default`, or any sentence-transformers name or folder; changing it re-encodes."
    )
    models_folder: Path = Field(
        Path("models"),
        description="Where built models are kept; a relative folder that is not here lies in the data folder.",
    )
    encoder: str = Field(
        "model",
        description="`model`: its fastest runtime; `openvino`: that one; `hash`: a twin without a model (tests).",
    )
    threads: int = Field(2, ge=1, description="Threads of the encoder; everything else uses one thread per request.")
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=1, le=65535, description="Port to listen on.")
    run_jobs: bool = Field(
        True, description="Whether `serve` also runs jobs, letters and rounds; if not, `matchmaker worker` must."
    )
    address: str = Field(
        "", description="Where people reach the service, for links and cookies; empty means `http://` host and port."
    )
    mail_server: str = Field(
        "",
        repr=False,
        pattern=r"^(smtps?://[^\s/]+)?$",
        description="`smtps://user:password@host:465`, `smtp://` for STARTTLS; empty writes mail to the data folder.",
    )
    mail_from: str = Field("", description="Address that mail comes from; empty means `matchmaker@` and our host.")
    secret: str = Field(
        "",
        repr=False,
        description="Key that signs cookies; empty means one made in the data folder. Several hosts need the same.",
    )
    demonstration: bool = Field(
        False, description="Whether anybody may sign in with one click as an enterprise, an institute or an organiser."
    )
    sign_in_idle_hours: int = Field(12, ge=1, description="Hours without a request after which a sign-in ends.")
    sign_in_days: int = Field(14, ge=1, description="Days after which a sign-in ends in any case.")
    second_factor: SecondFactorFor = Field(
        SecondFactorFor.ADMINISTRATORS,
        description="Who needs a second factor: `administrators`, `organisers` (both), or `everybody` with a password.",
    )
    acting_as_header: bool = Field(
        False, description="Believe the header `X-Acting-As` without a sign-in: for development and tests only."
    )
    acting_as: str = Field(
        "public", description="Who a request without that header is, where it is believed; its values are the same."
    )
    max_body_bytes: int = Field(64_000_000, ge=1000, description="Largest request body accepted, in bytes.")
    requests_at_once: int = Field(
        200, ge=1, description="Requests that one process takes on at once; beyond them it says so and is asked again."
    )
    connections_at_once: int = Field(
        800, ge=1, description="Connections that one process holds open at once; each is an open file."
    )
    calls_per_person: int = Field(
        1200,
        ge=0,
        description="Points a minute of everybody who is signed in; a plain call is one, a search "
        "10, a plan or report 120; 0 is no limit.",
    )
    calls_per_address: int = Field(
        12_000, ge=0, description="The same of all together who come from one address and are not signed in."
    )
    max_import_rows: int = Field(200_000, ge=1, description="Largest number of rows in one imported file.")
    keep_uploads_days: int = Field(
        14, ge=0, description="Days for which an upload with rejected rows is kept after its import has ended."
    )
    trusted_hosts: str = Field(
        "",
        description="Hosts of others, by commas, that may be called within our own network and without encryption.",
    )
    case_file_bytes: int = Field(20_000_000, ge=1000, description="Largest file that a case takes, in bytes.")
    case_files: int = Field(50, ge=0, description="Largest number of files of one case.")
    case_file_kinds: str = Field(
        "pdf docx xlsx pptx odt ods odp png jpg",
        description="Kinds of files that a case takes, of these; macros are refused in any case.",
    )
    fonts_folder: Path = Field(
        Path("/usr/share/fonts"),
        description="Where fonts for printing are; Chinese, Japanese and Korean need Debian's `fonts-noto-cjk`.",
    )
    telemetry: str = Field(
        "",
        pattern=r"^(https?://[^\s]+)?$",
        description="OpenTelemetry collector (OTLP over HTTP), `http://host:4318`; empty sends nothing. Extra `otel`.",
    )
    log_format: str = Field("console", description="`console` for people, `json` for machines.")
    log_level: str = Field("INFO", description="Lowest level of log lines written.")

    @property
    def public_address(self) -> str:
        """Where people reach the service, without a slash at the end."""
        return (self.address or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def kept_models(self) -> Path:
        """Where built models are: in the source tree's own folder, or beside the other data of an installed service."""
        here = self.models_folder
        return here if here.is_absolute() or here.is_dir() else self.data_folder / here

    @property
    def mail_sender(self) -> str:
        """The address that mail comes from."""
        return self.mail_from or f"matchmaker@{urlsplit(self.public_address).hostname or 'localhost'}"

    @property
    def database(self) -> str:
        """The URL in force."""
        return self.database_url or f"sqlite:///{self.data_folder / 'matchmaker.db'}"


@lru_cache
def get_settings() -> Settings:
    """The settings of this process."""
    return Settings()
