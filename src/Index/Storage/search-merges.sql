-- Eight segments of a size are merged at once, not four: a posting is written again every third doubling of the index, and a search reads few segments still.
INSERT INTO search (search, rank) VALUES ('automerge', 8);
INSERT INTO search_fact (search_fact, rank) VALUES ('automerge', 8);
