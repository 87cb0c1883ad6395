-- The bands of texts beyond `last` are not in article_band yet: they are gathered until there are many, and made from the signatures until then.
CREATE TABLE band_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last INTEGER NOT NULL
) STRICT;
INSERT INTO band_state SELECT 1, coalesce(max(article), 0) FROM article_signature;
