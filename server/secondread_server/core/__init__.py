"""Pure decisions of the receiver: no Flask, no network, no files, no clock, no threads."""
