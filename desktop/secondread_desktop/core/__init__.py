"""Pure decisions of the desktop: no Qt, no network, no files, no clock, no threads."""
