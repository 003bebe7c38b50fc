"""What reviewers answer again and again: their own templates, in words that they edit before sending."""
