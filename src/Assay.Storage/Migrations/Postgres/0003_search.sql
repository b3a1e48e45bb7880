-- Searches. Which runs have a metric. Not its value: a row whose indexed columns change cannot be replaced where it lies, and every new value
-- would write every index.
CREATE INDEX metric_series_by_key ON metric_series (key, run_key);

-- The active runs of an experiment, the newest first.
CREATE INDEX runs_of_stage ON runs (experiment_id, stage, start_time DESC, run_id);
DROP INDEX runs_newest_first;
