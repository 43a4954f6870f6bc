"""Parcel v1: one upload's container. `layout` states the rules, `writer` follows them, `reader` trusts nothing.

A parcel is a ZIP file (APPNOTE 6.3, ZIP64 local headers) whose entries are stored, named by the item's ordinal in the
case, stamped 1980-01-01, and closed by `parcel.json`. The same entries in the same order give the same bytes.
"""
