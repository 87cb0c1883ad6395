-- What people ruled about facts. Keyed by the fact's id, which a re-extraction keeps; no row of another table is changed by a ruling.
CREATE TABLE fact_review (
    number INTEGER PRIMARY KEY,
    fact_id TEXT NOT NULL,
    fact_kind TEXT NOT NULL,
    article_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    note TEXT,
    author TEXT,
    at TEXT NOT NULL,
    status TEXT NOT NULL,
    votes INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX fact_review_fact ON fact_review (fact_id);
CREATE INDEX fact_review_article ON fact_review (article_id);
CREATE UNIQUE INDEX fact_review_effective ON fact_review (fact_id) WHERE status = 'effective';

CREATE INDEX fact_id ON fact (id);
