-- Registered models and their versions. stage: 0 none, 1 staging, 2 production, 3 archived. last_version only grows, so that the number of
-- a deleted version is not given again.
CREATE TABLE registered_models (
    model_key        INTEGER PRIMARY KEY,
    workspace        TEXT NOT NULL,
    name             TEXT NOT NULL,
    description      TEXT,
    creation_time    INTEGER NOT NULL,
    last_update_time INTEGER NOT NULL,
    last_version     INTEGER NOT NULL DEFAULT 0,
    UNIQUE (workspace, name)
);

CREATE INDEX registered_models_by_update ON registered_models (workspace, last_update_time, name);

CREATE TABLE registered_model_tags (
    model_key INTEGER NOT NULL REFERENCES registered_models,
    key       TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (model_key, key)
) WITHOUT ROWID;

CREATE TABLE registered_model_aliases (
    model_key INTEGER NOT NULL REFERENCES registered_models,
    alias     TEXT NOT NULL,
    version   INTEGER NOT NULL,
    PRIMARY KEY (model_key, alias)
) WITHOUT ROWID;

CREATE TABLE model_versions (
    version_key      INTEGER PRIMARY KEY,
    model_key        INTEGER NOT NULL REFERENCES registered_models,
    version          INTEGER NOT NULL,
    creation_time    INTEGER NOT NULL,
    last_update_time INTEGER NOT NULL,
    user_id          TEXT,
    stage            INTEGER NOT NULL DEFAULT 0,
    description      TEXT,
    source           TEXT NOT NULL,
    storage_location TEXT NOT NULL,
    run_id           TEXT NOT NULL,
    run_link         TEXT NOT NULL,
    model_id         TEXT,
    UNIQUE (model_key, version)
);

-- The latest version of a stage is the last entry of its range.
CREATE INDEX model_versions_of_stage ON model_versions (model_key, stage, version);
CREATE INDEX model_versions_by_update ON model_versions (last_update_time);
CREATE INDEX model_versions_of_run ON model_versions (run_id);

CREATE TABLE model_version_tags (
    version_key INTEGER NOT NULL REFERENCES model_versions,
    key         TEXT NOT NULL,
    value       TEXT NOT NULL,
    PRIMARY KEY (version_key, key)
) WITHOUT ROWID;

-- Models that runs logged. status: 0 unspecified, 1 pending, 2 ready, 3 upload failed. stage: 0 active, 1 deleted.
CREATE TABLE logged_models (
    logged_model_key INTEGER PRIMARY KEY,
    model_id         TEXT NOT NULL UNIQUE,
    experiment_id    INTEGER NOT NULL REFERENCES experiments,
    name             TEXT NOT NULL,
    artifact_uri     TEXT NOT NULL,
    creation_time    INTEGER NOT NULL,
    last_update_time INTEGER NOT NULL,
    status           INTEGER NOT NULL,
    status_message   TEXT,
    model_type       TEXT,
    source_run_id    TEXT,
    stage            INTEGER NOT NULL DEFAULT 0,
    deleted_time     INTEGER,
    is_garbage       INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX logged_models_newest_first ON logged_models (experiment_id, stage, creation_time DESC, model_id);
CREATE INDEX logged_models_by_name ON logged_models (experiment_id, name);

CREATE TABLE logged_model_tags (
    logged_model_key INTEGER NOT NULL REFERENCES logged_models,
    key              TEXT NOT NULL,
    value            TEXT NOT NULL,
    PRIMARY KEY (logged_model_key, key)
) WITHOUT ROWID;

CREATE TABLE logged_model_params (
    logged_model_key INTEGER NOT NULL REFERENCES logged_models,
    key              TEXT NOT NULL,
    value            TEXT NOT NULL,
    PRIMARY KEY (logged_model_key, key)
) WITHOUT ROWID;

-- What runs measured on a model; '' for no data set. The same point logged twice is one point. A run may be gone while what it measured stays.
CREATE TABLE logged_model_metrics (
    logged_model_key INTEGER NOT NULL REFERENCES logged_models,
    key              TEXT NOT NULL,
    timestamp        INTEGER NOT NULL,
    step             INTEGER NOT NULL,
    run_id           TEXT NOT NULL,
    dataset_name     TEXT NOT NULL,
    dataset_digest   TEXT NOT NULL,
    is_nan           INTEGER NOT NULL,
    value            NOT NULL,
    PRIMARY KEY (logged_model_key, key, timestamp, step, run_id, dataset_name, dataset_digest, is_nan, value)
) WITHOUT ROWID;

-- The logged models that a run read (is_output 0) and made (1). Ids, because a run may name models that are gone. runs.has_models says whether
-- to look here at all: most runs have none.
CREATE TABLE run_models (
    entry_key INTEGER PRIMARY KEY,
    run_key   INTEGER NOT NULL REFERENCES runs,
    is_output INTEGER NOT NULL,
    model_id  TEXT NOT NULL,
    step      INTEGER NOT NULL,
    UNIQUE (run_key, is_output, model_id, step)
);

ALTER TABLE runs ADD COLUMN has_models INTEGER NOT NULL DEFAULT 0;

-- When it went to the bin, and whether it is being deleted for good, so that it cannot be restored any more. What is in the bin already counts
-- from now.
ALTER TABLE runs ADD COLUMN deleted_time INTEGER;
ALTER TABLE runs ADD COLUMN is_garbage INTEGER NOT NULL DEFAULT 0;
ALTER TABLE experiments ADD COLUMN deleted_time INTEGER;
ALTER TABLE experiments ADD COLUMN is_garbage INTEGER NOT NULL DEFAULT 0;
UPDATE runs SET deleted_time = CAST(strftime('%s', 'now') AS INTEGER) * 1000 WHERE stage = 1;
UPDATE experiments SET deleted_time = CAST(strftime('%s', 'now') AS INTEGER) * 1000 WHERE stage = 1;
CREATE INDEX runs_in_bin ON runs (is_garbage, deleted_time) WHERE stage = 1;
CREATE INDEX logged_models_in_bin ON logged_models (is_garbage, deleted_time) WHERE stage = 1;

-- A data set is looked for here before it is deleted.
CREATE INDEX run_inputs_of_dataset ON run_inputs (dataset_key);

-- What is being deleted for good. kind: 0 run, 1 logged model, 2 experiment. entity_key is null once the rows are gone; the address of the
-- artifacts is kept until they are gone too, so that a collection that was cut short is finished by the next one; '' for none.
CREATE TABLE garbage (
    garbage_key  INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         INTEGER NOT NULL,
    entity_key   INTEGER,
    artifact_uri TEXT NOT NULL,
    UNIQUE (kind, entity_key)
);
