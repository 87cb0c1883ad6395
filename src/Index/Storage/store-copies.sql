-- Facts that copies of one story share. `day` is the article's (0 where it has none), so that lists need no join to be in order;
-- `story` the cluster where the article has copies, else NULL; `words` what the fact says: equal in facts of one story, they are one fact; `unit` a figure's.
ALTER TABLE fact ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fact ADD COLUMN story INTEGER;
ALTER TABLE fact ADD COLUMN words INTEGER;
ALTER TABLE fact ADD COLUMN unit TEXT;
UPDATE fact SET unit = body ->> 'unit' WHERE fact_kind = 'figure';
UPDATE fact SET day = coalesce((SELECT a.day FROM article a WHERE a.number = fact.article), 0);
UPDATE fact SET story = (SELECT a.cluster FROM article a WHERE a.number = fact.article)
WHERE article IN (SELECT number FROM article WHERE cluster IN (SELECT cluster FROM article GROUP BY cluster HAVING count(*) > 1));

CREATE INDEX fact_newest ON fact (fact_kind, day DESC, number);
CREATE INDEX fact_story ON fact (story, fact_kind, words) WHERE story IS NOT NULL;
CREATE INDEX fact_unread ON fact (article) WHERE words IS NULL;
