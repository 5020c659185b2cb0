"""The rules that ship with mtqa, imported as `mtqa_rules`: one folder a family, one file a rule."""
