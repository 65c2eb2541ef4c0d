"""What a relocation community and a flood team work through, slice by slice: lists, actions, parts of cards, pages beside the map.

Each slice is one module with a ``SLICE`` of the records in ``records``. ``registry`` puts the slices together when they are first
needed. A record's callables get a ``WorkDesk``.
"""
