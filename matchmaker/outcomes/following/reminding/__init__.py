"""Letters at due dates, and questions how a case goes."""
