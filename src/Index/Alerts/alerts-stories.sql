-- A match is known again in the copies of its story. `story` is the number of the cluster, as article.cluster has it, NULL where none of it is left or
-- where the match is of no one article; `said` is what it says.
ALTER TABLE alert_match ADD COLUMN story INTEGER;
ALTER TABLE alert_match ADD COLUMN said TEXT;
UPDATE alert_match SET
    story = (SELECT coalesce(a.cluster, a.number) FROM article a WHERE a.id = article_id),
    said = CASE WHEN fact_id IS NULL THEN 'article' ELSE substr(subject, length(article_id) + 2) END
WHERE subject NOT LIKE 'post|%';
-- A statement's speaker is no part of what it says: copies name him otherwise or not at all.
UPDATE alert_match SET said = substr(said, instr(said, '|') + 1) WHERE said IS NOT NULL AND alert IN (SELECT number FROM alert WHERE about = 'Statement');
CREATE INDEX alert_match_story ON alert_match (story, alert) WHERE story IS NOT NULL;

CREATE TRIGGER alert_story_joined AFTER UPDATE OF cluster ON article WHEN new.cluster IS NOT old.cluster BEGIN
    UPDATE alert_match SET story = new.cluster WHERE story = old.cluster;
END;

-- Numbers of articles that are gone are given again.
CREATE TRIGGER alert_story_gone AFTER DELETE ON article WHEN NOT EXISTS (SELECT 1 FROM article WHERE cluster = old.cluster) BEGIN
    UPDATE alert_match SET story = NULL WHERE story = old.cluster;
END;
