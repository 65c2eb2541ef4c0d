"""What a relocation community works through, slice by slice: lists, actions on a family, parts of its card, pages beside the map.

Each slice is one module with a ``SLICE`` of the records in ``records``. ``registry`` puts the slices together when they are first
needed. A record's callables get a ``WorkDesk``.
"""
