"""Mail: a row written with what it speaks of, and a postman who takes it away afterwards.

The row is the truth. It is written in the transaction that wants the mail, so nothing is told that did not happen,
and a killed process or a mail server that is away loses nothing. The postman has a thread of his own, because the
one that runs jobs may be planning for minutes. A mail that somebody died over goes out again under the same
Message-ID, by which mailboxes know it.
"""
