"""What both sides must agree on, and nothing else.

Law of this folder: no network, no clock, no user interface, no database. It imports neither the desktop nor the server.
"""
