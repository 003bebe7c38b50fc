"""The report of a session day or of a period, printed and as a workbook."""
