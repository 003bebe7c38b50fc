"""The columns of a file for another database, as an organiser orders and names them; pure."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints, model_validator


class RecordField(StrEnum):
    """What a record can say in one cell."""

    IDENTIFIER = "identifier"
    ADDRESS = "address"
    TITLE_VI = "title_vi"
    TITLE_EN = "title_en"
    SUMMARY_VI = "summary_vi"
    SUMMARY_EN = "summary_en"
    DESCRIPTION_VI = "description_vi"
    DESCRIPTION_EN = "description_en"
    ADVANTAGES_VI = "advantages_vi"
    ORGANISATION_VI = "organisation_vi"
    ORGANISATION_EN = "organisation_en"
    WEBSITE = "website"
    SECTOR_CODES = "sector_codes"
    SECTORS_VI = "sectors_vi"
    SECTORS_EN = "sectors_en"
    KEYWORDS = "keywords"
    READINESS = "readiness"
    RIGHTS = "rights"
    COOPERATION = "cooperation"
    REGION = "region"
    LANGUAGE = "language"
    CHANGED_ON = "changed_on"
    NUMBER = "number"
    TAKEN_OVER_ON = "taken_over_on"


class MappedColumn(BaseModel):
    """A column of theirs: filled from a field of ours, or with the same text in every row."""

    model_config = {"extra": "forbid"}

    header: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    field: RecordField | None = None
    fixed: Annotated[str, StringConstraints(max_length=300)] = ""

    @model_validator(mode="after")
    def _one_of_both(self) -> "MappedColumn":
        if self.field and self.fixed:
            raise ValueError("a column has a field or a fixed text")
        return self


def default_columns() -> list[MappedColumn]:
    """The columns to begin with."""
    named = {
        "Mã định danh": RecordField.IDENTIFIER,
        "Tên công nghệ": RecordField.TITLE_VI,
        "Tên tiếng Anh": RecordField.TITLE_EN,
        "Tóm tắt": RecordField.SUMMARY_VI,
        "Mô tả": RecordField.DESCRIPTION_VI,
        "Ưu điểm": RecordField.ADVANTAGES_VI,
        "Tổ chức chủ trì": RecordField.ORGANISATION_VI,
        "Lĩnh vực": RecordField.SECTORS_VI,
        "Từ khóa": RecordField.KEYWORDS,
        "Mức độ sẵn sàng công nghệ (TRL)": RecordField.READINESS,
        "Sở hữu trí tuệ": RecordField.RIGHTS,
        "Ngày cập nhật": RecordField.CHANGED_ON,
        "Đường dẫn": RecordField.ADDRESS,
    }
    return [MappedColumn(header=header, field=field) for header, field in named.items()]


def has_twice(columns: Iterable[MappedColumn]) -> str | None:
    """A header that stands twice, by which no reader could tell two columns apart."""
    seen: set[str] = set()
    for column in columns:
        if column.header.casefold() in seen:
            return column.header
        seen.add(column.header.casefold())
    return None


def mapped(columns: Iterable[MappedColumn], values: dict[RecordField, Any]) -> dict[str, Any]:
    """A row in their columns; what a record does not say stays empty."""
    return {column.header: column.fixed if column.field is None else values.get(column.field, "") for column in columns}
