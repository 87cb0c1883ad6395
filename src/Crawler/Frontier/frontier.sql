-- Addresses and what became of them. state: 0 discovered, 1 in flight, 2 done, 3 given up, 5 denied by robots.txt. Times are Unix milliseconds.
CREATE TABLE frontier (
    identity TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER NOT NULL DEFAULT 0,
    changed TEXT,
    etag TEXT,
    last_modified TEXT,
    reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_due ON frontier (source, state, due);

CREATE TABLE source_round (
    source TEXT PRIMARY KEY,
    announced_at INTEGER NOT NULL,
    finished_at INTEGER,
    last_error TEXT
) STRICT, WITHOUT ROWID;
