"""Thin: a view parses, calls a service, renders."""
