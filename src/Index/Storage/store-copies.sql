-- Facts that copies of one story share. `story` is the cluster where the article has copies, else NULL; `words` what the fact says: equal in facts of
-- one story, they are one fact. So that lists of facts need neither articles nor bodies to be in order, `day` is the article's (0 where it has none),
-- `published` when it appeared, in minutes since 1970 UTC (a day without an hour at its end, none of both last), `unit` a figure's.
ALTER TABLE fact ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fact ADD COLUMN published INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fact ADD COLUMN story INTEGER;
ALTER TABLE fact ADD COLUMN words INTEGER;
ALTER TABLE fact ADD COLUMN unit TEXT;
UPDATE fact SET unit = body ->> 'unit' WHERE fact_kind = 'figure';
UPDATE fact SET (day, published) = (
    SELECT coalesce(a.day, 0), CASE WHEN a.day IS NULL THEN 2147483647 WHEN length(a.published) < 12 THEN (a.day - 719161) * 1440 - 210 ELSE unixepoch(a.published) / 60 END
    FROM article a WHERE a.number = fact.article);
UPDATE fact SET story = (SELECT a.cluster FROM article a WHERE a.number = fact.article)
WHERE article IN (SELECT number FROM article WHERE cluster IN (SELECT cluster FROM article GROUP BY cluster HAVING count(*) > 1));

-- Everything lists and counts ask of facts, without their bodies.
CREATE INDEX fact_newest ON fact (fact_kind, day DESC, number, article, story, words, published, kind, due, place, person, unit, value);
CREATE INDEX fact_story ON fact (fact_kind, story, words, published, article, place, person) WHERE story IS NOT NULL;
DROP INDEX fact_person;
CREATE INDEX fact_person ON fact (fact_kind, person, story, words);
DROP INDEX fact_article;
CREATE INDEX fact_article ON fact (article, fact_kind, person, story);
CREATE INDEX fact_unread ON fact (article) WHERE words IS NULL;

-- What filters ask of articles, without their bodies.
CREATE INDEX article_filter ON article (number, outlet, province, city, day, topics);
