"""Each module touches one outside thing and translates that thing's errors at its own door."""
