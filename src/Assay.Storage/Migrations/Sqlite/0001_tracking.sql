-- Experiments and runs. Times are milliseconds since 1970-01-01 UTC; stage is 0 for active, 1 for deleted.
CREATE TABLE experiments (
    experiment_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace         TEXT NOT NULL,
    name              TEXT NOT NULL,
    artifact_location TEXT NOT NULL,
    stage             INTEGER NOT NULL DEFAULT 0,
    creation_time     INTEGER NOT NULL,
    last_update_time  INTEGER NOT NULL,
    UNIQUE (workspace, name)
);

CREATE TABLE experiment_tags (
    experiment_id INTEGER NOT NULL REFERENCES experiments,
    key           TEXT NOT NULL,
    value         TEXT NOT NULL,
    PRIMARY KEY (experiment_id, key)
) WITHOUT ROWID;

-- run_key is the integer that the other tables refer to; run_id is what people and programs see.
-- status: 0 running, 1 scheduled, 2 finished, 3 failed, 4 killed.
CREATE TABLE runs (
    run_key                 INTEGER PRIMARY KEY,
    run_id                  TEXT NOT NULL UNIQUE,
    experiment_id           INTEGER NOT NULL REFERENCES experiments,
    run_name                TEXT NOT NULL,
    user_id                 TEXT NOT NULL,
    status                  INTEGER NOT NULL,
    start_time              INTEGER NOT NULL,
    end_time                INTEGER,
    stage                   INTEGER NOT NULL DEFAULT 0,
    deleted_with_experiment INTEGER NOT NULL DEFAULT 0,
    artifact_uri            TEXT NOT NULL
);

CREATE INDEX runs_newest_first ON runs (experiment_id, start_time DESC, run_id);

CREATE TABLE params (
    run_key INTEGER NOT NULL REFERENCES runs,
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (run_key, key)
) WITHOUT ROWID;

CREATE TABLE run_tags (
    run_key INTEGER NOT NULL REFERENCES runs,
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (run_key, key)
) WITHOUT ROWID;

-- One row a metric of a run, with its latest point. SQLite has no NaN: it is kept as 0 with is_nan = 1.
-- value has no declared type: a REAL column would forget the sign of -0.0.
CREATE TABLE metric_series (
    series_key INTEGER PRIMARY KEY,
    run_key    INTEGER NOT NULL REFERENCES runs,
    key        TEXT NOT NULL,
    step       INTEGER NOT NULL,
    timestamp  INTEGER NOT NULL,
    is_nan     INTEGER NOT NULL,
    value      NOT NULL,
    UNIQUE (run_key, key)
);

-- Every point, in the order in which a history is read; the same point logged twice is one point.
CREATE TABLE metric_points (
    series_key INTEGER NOT NULL REFERENCES metric_series,
    timestamp  INTEGER NOT NULL,
    step       INTEGER NOT NULL,
    is_nan     INTEGER NOT NULL,
    value      NOT NULL,
    PRIMARY KEY (series_key, timestamp, step, is_nan, value)
) WITHOUT ROWID;

CREATE TABLE datasets (
    dataset_key   INTEGER PRIMARY KEY,
    experiment_id INTEGER NOT NULL REFERENCES experiments,
    name          TEXT NOT NULL,
    digest        TEXT NOT NULL,
    source_type   TEXT NOT NULL,
    source        TEXT NOT NULL,
    schema        TEXT,
    profile       TEXT,
    UNIQUE (experiment_id, name, digest)
);

CREATE TABLE run_inputs (
    input_key   INTEGER PRIMARY KEY,
    run_key     INTEGER NOT NULL REFERENCES runs,
    dataset_key INTEGER NOT NULL REFERENCES datasets,
    UNIQUE (run_key, dataset_key)
);

CREATE TABLE run_input_tags (
    input_key INTEGER NOT NULL REFERENCES run_inputs,
    key       TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (input_key, key)
) WITHOUT ROWID;

INSERT INTO experiments (experiment_id, workspace, name, artifact_location, creation_time, last_update_time)
VALUES (0, 'default', 'Default', 'mlflow-artifacts:/0',
        CAST(strftime('%s', 'now') AS INTEGER) * 1000, CAST(strftime('%s', 'now') AS INTEGER) * 1000);
