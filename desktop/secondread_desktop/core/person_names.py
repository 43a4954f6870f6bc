"""Names of people, made comparable, as the receiver compares them too."""

from secondread_shared.person_names import UNREADABLE, component_groups, folded, name_key, name_words

__all__ = ["UNREADABLE", "component_groups", "folded", "name_key", "name_words"]
