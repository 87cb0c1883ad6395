-- An article as it was read, its facts, its page and what became of other input. `day` is the Tehran day as days since 0001-01-01.
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    outlet TEXT,
    province TEXT,
    city TEXT,
    published TEXT,
    day INTEGER,
    month TEXT,
    topics TEXT NOT NULL DEFAULT '',
    cluster INTEGER,
    digest BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX article_day ON article (day, number);
CREATE INDEX article_cluster ON article (cluster) WHERE cluster IS NOT NULL;

CREATE TABLE article_version (
    id TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (id, stored_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE fact (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    fact_kind TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT,
    kind TEXT,
    place TEXT,
    value REAL,
    due INTEGER,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX fact_article ON fact (article, fact_kind);
CREATE INDEX fact_person ON fact (fact_kind, person);

CREATE TABLE quarantine (
    url TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
