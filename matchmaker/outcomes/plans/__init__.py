"""Plans with targets, each counted by an indicator or entered by hand with evidence."""
