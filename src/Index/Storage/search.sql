-- The search entry of each article, kept in the transaction that keeps the article. `revision` counts changes, so that a reader
-- can bring what it holds in memory to the state its own transaction sees. `facets` holds the ids of search_value as varints.
CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL,
    analyzer TEXT NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, 0, '');

CREATE TABLE search_value (
    id INTEGER PRIMARY KEY,
    facet TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (facet, name)
) STRICT;

CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    alive INTEGER NOT NULL,
    day INTEGER,
    length INTEGER NOT NULL,
    cluster INTEGER,
    facets BLOB NOT NULL
) STRICT;
CREATE INDEX search_entry_revision ON search_entry (revision);

-- Texts are analysed before they come here, so the plain tokenizer only cuts at spaces: each word's form and, behind an inflected
-- one, its stem marked with +. Body first: positions of the first column cost least.
CREATE VIRTUAL TABLE search USING fts5 (
    body, lead, title, facts,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+.'"
);
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, row);

CREATE VIRTUAL TABLE search_fact USING fts5 (
    text,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+.'"
);

CREATE TRIGGER search_fact_gone AFTER DELETE ON fact BEGIN
    DELETE FROM search_fact WHERE rowid = old.number;
END;

CREATE TRIGGER search_article_gone AFTER DELETE ON article BEGIN
    DELETE FROM search WHERE rowid = old.number;
    UPDATE search_state SET revision = revision + 1;
    UPDATE search_entry SET alive = 0, revision = (SELECT revision FROM search_state) WHERE number = old.number;
END;

CREATE TRIGGER search_article_clustered AFTER UPDATE OF cluster ON article WHEN new.cluster IS NOT old.cluster BEGIN
    UPDATE search_state SET revision = revision + 1;
    UPDATE search_entry SET cluster = new.cluster, revision = (SELECT revision FROM search_state) WHERE number = new.number;
END;
