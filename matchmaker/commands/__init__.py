"""The commands of the command line, grouped like the slices."""
