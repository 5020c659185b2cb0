"""The review: findings and verdicts in a database, and a page of them served to several editors.

Nothing here is imported before the command runs: it needs the extra `mtqa[review]`.

- `tables`, `migrations`, `database`: what is kept, and where. SQLite, or Postgres by its address.
- `store`: what is done with it, each in one transaction.
- `queue`, `agreement`: what to look at next; how far two editors say the same.
- `mqm`, `labelstudio`: other people's layouts.
- `access`, `guard`, `app`, `serve`: who may ask, and what is answered.
"""

from __future__ import annotations

from mtqa.extras import Extra

#: What the command needs.
EXTRA = Extra(
    "mtqa[review]",
    (
        *(("starlette", "starlette"), ("uvicorn", "uvicorn")),
        *(("sqlalchemy", "sqlalchemy"), ("alembic", "alembic")),
    ),
)
