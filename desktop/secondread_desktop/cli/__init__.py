"""The command line: the same use cases as the window's, without a window. Reads arguments, calls, prints, exits."""
