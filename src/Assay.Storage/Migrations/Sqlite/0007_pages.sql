-- What pages ask. The keys that runs of an experiment have, so that nobody has to look through the runs for them. kind: 0 metric, 1 parameter,
-- 2 tag. A key stays when the last run that had it goes: it goes with its experiment.
CREATE TABLE run_keys (
    experiment_id INTEGER NOT NULL REFERENCES experiments,
    kind          INTEGER NOT NULL,
    key           TEXT NOT NULL,
    PRIMARY KEY (experiment_id, kind, key)
) WITHOUT ROWID;

INSERT INTO run_keys (experiment_id, kind, key) SELECT DISTINCT r.experiment_id, 0, s.key FROM runs r JOIN metric_series s ON s.run_key = r.run_key;
INSERT INTO run_keys (experiment_id, kind, key) SELECT DISTINCT r.experiment_id, 1, p.key FROM runs r JOIN params p ON p.run_key = r.run_key;
INSERT INTO run_keys (experiment_id, kind, key) SELECT DISTINCT r.experiment_id, 2, t.key FROM runs r JOIN run_tags t ON t.run_key = r.run_key;

-- The newest runs of many experiments, or of all, without reading and sorting the runs of each.
CREATE INDEX runs_newest ON runs (stage, start_time DESC, run_id, experiment_id);

-- The children of a run. Only this tag: an index of all of them would be as large as the tags are.
CREATE INDEX run_tags_of_parent ON run_tags (value, run_key) WHERE key = 'mlflow.parentRunId';
