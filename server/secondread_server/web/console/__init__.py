"""The staff's pages. Law of this folder: no page without a session, no case without a line in the audit."""
