-- Who may use the API. Of a key's secret only the SHA-256 is kept.
CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    scopes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    used_day INTEGER,
    revoked_at TEXT
) STRICT;
