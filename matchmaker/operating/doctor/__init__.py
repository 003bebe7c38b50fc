"""``matchmaker doctor``: looks at everything that the service stands on, changes nothing, and says what to do."""
