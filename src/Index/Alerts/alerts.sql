-- Saved searches, what each has found, and what of it is still to be sent. A match is written in the transaction that notes how far the
-- store was looked through, so that none is lost or found twice, whenever the process dies.
CREATE TABLE alert (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    filter TEXT NOT NULL,
    days INTEGER,
    webhook TEXT,
    secret TEXT NOT NULL,
    email TEXT,
    daily INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    base INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    due_day INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE alert_match (
    number INTEGER PRIMARY KEY,
    alert INTEGER NOT NULL REFERENCES alert (number) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    article_id TEXT NOT NULL,
    fact_id TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    day INTEGER,
    at TEXT NOT NULL,
    found_day INTEGER NOT NULL,
    UNIQUE (alert, subject)
) STRICT;

CREATE TABLE alert_delivery (
    alert_match INTEGER NOT NULL REFERENCES alert_match (number) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending',
    error TEXT,
    PRIMARY KEY (alert_match, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_delivery_pending ON alert_delivery (channel, next_at) WHERE state = 'pending';
