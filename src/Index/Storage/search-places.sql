-- Where each term stands, for searches by plain SQL.
CREATE VIRTUAL TABLE search_places USING fts5vocab (search, instance);
CREATE VIRTUAL TABLE search_fact_places USING fts5vocab (search_fact, instance);

-- How many bytes of postings are gathered in memory before they are written as one segment: fewer segments to merge while much is indexed at once.
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
INSERT INTO search_fact (search_fact, rank) VALUES ('hashsize', 4194304);
