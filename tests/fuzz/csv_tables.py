"""Tables as CSV: any bytes are rows, or refused as a table."""

from matchmaker.catalogue.tables import TableError, read_rows

MOST_ROWS = 2_000


def seeds() -> list[bytes]:
    rows = 'Tiêu đề;Vấn đề;Lĩnh vực\n"Máy ""A""";"hai\ndòng";x\n\n;;\n'
    return [
        rows.encode(),
        rows.encode("utf-16"),
        rows.encode("utf-16-le"),
        "sep=,\ntitle,trl\nx,7\n".encode("utf-8-sig"),
        b"title\ttrl\nM\xe1y n\xe9n\t7\n",
        b"title,trl\n'=1+1,9\n",
    ]


def take(data: bytes) -> None:
    try:
        for row in read_rows(data, "rows.csv", MOST_ROWS):
            assert row.number >= 1
            assert row.error or row.values is not None
    except TableError:
        pass
