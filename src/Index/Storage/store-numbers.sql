-- The last number given to an article. One is given once, also where its article is gone: what was remembered of the one is never taken for the other.
CREATE TABLE article_number (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last INTEGER NOT NULL
) STRICT;
INSERT INTO article_number SELECT 1, coalesce(max(number), 0) FROM article;
