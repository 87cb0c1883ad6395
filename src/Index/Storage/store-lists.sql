-- What lists and counts ask of facts by article, by story and by person, without their bodies; of officials besides the body they serve in.
DROP INDEX fact_article;
CREATE INDEX fact_article ON fact (article, fact_kind, person, story, kind, place, due, unit, value, day);
DROP INDEX fact_story;
CREATE INDEX fact_story ON fact (fact_kind, story, words, published, article, kind, place, due, unit, value, day, person) WHERE story IS NOT NULL;
DROP INDEX fact_person;
CREATE INDEX fact_person ON fact (fact_kind, person, story, words, published, article, day, place);
CREATE INDEX fact_body ON fact (fact_kind, article, body ->> 'organisation') WHERE fact_kind = 'official';
