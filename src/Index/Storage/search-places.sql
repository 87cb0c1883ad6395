-- Where each term stands, for searches by plain SQL.
CREATE VIRTUAL TABLE search_places USING fts5vocab (search, instance);
CREATE VIRTUAL TABLE search_fact_places USING fts5vocab (search_fact, instance);
