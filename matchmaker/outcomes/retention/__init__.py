"""What is kept of people, why and how long, and the daily job that lets go of it."""
