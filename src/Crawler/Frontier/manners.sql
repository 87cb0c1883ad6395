-- Revisits of an address: how many of our own accord, and how many answers in a row said «unchanged».
ALTER TABLE frontier ADD COLUMN revisits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE frontier ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0;

-- What a host asked of us and what we asked of it, so that a restart forgets neither. Times are Unix milliseconds, day is a Tehran day.
CREATE TABLE host (
    authority TEXT PRIMARY KEY,
    robots BLOB,
    robots_until INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL DEFAULT 0,
    day INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Feeds, sitemaps and list pages: validators for conditional requests and whether they can be trusted; how often they bring something new.
CREATE TABLE announcement (
    address TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    digest BLOB NOT NULL,
    distrusted INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    pause INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Articles found by a source on a Tehran day, against which silence is measured.
CREATE TABLE source_day (
    source TEXT NOT NULL,
    day INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;

-- How far a walk back through a source's archive has come; a walk that was cut off goes on there.
CREATE TABLE backfill (
    source TEXT PRIMARY KEY,
    since INTEGER NOT NULL,
    next_day INTEGER NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
