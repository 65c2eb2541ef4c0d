"""Another department's list held against ours: nothing here writes a fact."""
