-- Bands by time of publication first (period: see BandIndex): articles crawled together touch few pages of the file, wherever their hashes fall.
ALTER TABLE article_signature ADD COLUMN period INTEGER NOT NULL DEFAULT -1;
UPDATE article_signature SET period = coalesce((SELECT day / 20 FROM article WHERE number = article), -1);

CREATE TABLE article_band_by_time (
    period INTEGER NOT NULL,
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (period, band, article)
) STRICT, WITHOUT ROWID;
INSERT INTO article_band_by_time SELECT s.period, b.band, b.article FROM article_band b JOIN article_signature s ON s.article = b.article ORDER BY 1, 2, 3;
DROP TABLE article_band;
ALTER TABLE article_band_by_time RENAME TO article_band;
