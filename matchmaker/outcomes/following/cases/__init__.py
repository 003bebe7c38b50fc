"""Cases: stages, tasks, notes, and the value of the contract."""
