"""The receiver: verifies every byte that arrives, and queues the case."""
