"""What those who run the service need: figures of its work, and a doctor that says what is wrong and what to do."""
