-- The rows of evaluations. finish (0 unknown, 1 stop, 2 length, 3 tool calls, 4 content filter) is null when there is no answer; more holds as JSON what a column is not worth it for.
CREATE TABLE eval_rows (
    row_key           INTEGER PRIMARY KEY,
    run_key           INTEGER NOT NULL REFERENCES runs,
    row_id            TEXT NOT NULL,
    repeat            INTEGER NOT NULL,
    row_index         INTEGER NOT NULL,
    failed            INTEGER NOT NULL,
    digest            TEXT NOT NULL,
    latency           REAL,
    finish            INTEGER,
    input_tokens      INTEGER,
    output_tokens     INTEGER,
    cached_tokens     INTEGER,
    reasoning_tokens  INTEGER,
    model             TEXT,
    trace_id          TEXT,
    error             TEXT,
    input             TEXT,
    reference         TEXT,
    answer            TEXT,
    more              TEXT,
    fields            TEXT NOT NULL
);

-- Find the row that is to be replaced, by 32 bits of its id. Ids are often digests, and at every commit an index of them would be written
-- nearly whole: so new entries go to a small table, which is emptied into the large one when it is full. That no row is there twice is
-- seen to by the writer, which looks before it writes.
CREATE TABLE eval_ids (
    run_key INTEGER NOT NULL,
    id_hash INTEGER NOT NULL,
    row_key INTEGER NOT NULL,
    PRIMARY KEY (run_key, id_hash, row_key)
) WITHOUT ROWID;

CREATE TABLE eval_ids_new (
    run_key INTEGER NOT NULL,
    id_hash INTEGER NOT NULL,
    row_key INTEGER NOT NULL,
    PRIMARY KEY (run_key, id_hash, row_key)
) WITHOUT ROWID;

-- Pages in the data set's order and the counts are answered from this index alone.
CREATE INDEX eval_rows_in_order ON eval_rows (run_key, row_index, repeat, failed);

CREATE TABLE eval_scorers (
    scorer_key INTEGER PRIMARY KEY,
    run_key    INTEGER NOT NULL REFERENCES runs,
    name       TEXT NOT NULL,
    UNIQUE (run_key, name)
);

-- Narrow and clustered by scorer: sorting or filtering a run by one score reads this score's range and nothing else. An index by value would
-- scatter every append over all its pages; a scan of 100,000 scores takes less than that costs. The reference to the row is not declared:
-- checking it would cost more than the insert, and rows and scores are only written together.
CREATE TABLE eval_scores (
    scorer_key INTEGER NOT NULL,
    row_key    INTEGER NOT NULL,
    value      REAL,
    is_nan     INTEGER NOT NULL,
    PRIMARY KEY (scorer_key, row_key)
) WITHOUT ROWID;

-- Reasons are long and rare: kept apart from what is scanned.
CREATE TABLE eval_reasons (
    scorer_key INTEGER NOT NULL,
    row_key    INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (scorer_key, row_key)
) WITHOUT ROWID;
