"""Long work: a row that says what is to be done, and a runner that does it.

The row is the truth. It is written in the transaction that wants the work, so the work starts only if that
transaction commits; it holds progress that anybody can ask for, and after a crash the row brings the work back.
Handlers must therefore be idempotent: the same job may run again from the start.
"""
