"""The review: findings and verdicts in a database, and a page of them served to several editors.

Nothing here is imported before the command runs: it needs the extra `mtqa[review]`.

- `tables`, `migrations`, `database`: what is kept, and where. SQLite, or Postgres by its address.
- `said`, `places`, `events`: what an editor says, of what, and what of it counts.
- `written`, `store`, `overview`: documents and verdicts are written down; what there is to see of them.
- `queue`, `agreement`: what to look at next; how far two editors say the same.
- `mqm`, `labelstudio`, `exchange`: other people's layouts.
- `access`, `guard`, `app`, `served`, `serve`: who may ask, and what is answered; `review.js` is the page's side of it.
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
