-- Copies of one story. Each article has its signature; article.cluster is the number of the cluster's oldest row, its own where it stands alone.
CREATE TABLE article_signature (
    article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    signature BLOB NOT NULL,
    pairs INTEGER NOT NULL
) STRICT;

CREATE TABLE article_band (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;

-- Clusters of two or more; `first` is the article that appeared first.
CREATE TABLE cluster (
    id INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    first INTEGER NOT NULL
) STRICT;

-- How a copy differs from the first: same, headline, cut, extended, edited; likeness is the share of the smaller text's word pairs both have.
CREATE TABLE article_copy (
    article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    edit TEXT NOT NULL,
    likeness REAL NOT NULL
) STRICT;
