"""The second factor: codes of an app that change every half minute, and recovery codes for when it is lost."""
