"""Names of people, made comparable, as the receiver compares them too."""

from secondread_shared.person_names import component_groups, name_key, name_words

__all__ = ["component_groups", "name_key", "name_words"]
