"""What comes of a meeting: both sides' word on the next step, and the case that it becomes."""
