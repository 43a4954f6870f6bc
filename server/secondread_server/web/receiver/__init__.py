"""The public side: the desktop's API, payment notices, and the simulator's page where it is on."""
