"""Words and phrases said twice."""
