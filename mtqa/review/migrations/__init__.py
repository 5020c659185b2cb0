"""The schema of a review, step by step; each file in `versions` is one step that is never changed again."""
