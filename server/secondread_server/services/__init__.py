"""One use case a module: a short function that takes its collaborators. `ports` holds the Protocols."""
