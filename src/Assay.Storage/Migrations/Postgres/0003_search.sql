-- Searches. The latest values of a metric in the order of the runs: a filter or an ordering by a metric reads this index and nothing else.
CREATE INDEX metric_series_by_key ON metric_series (key, run_key, is_nan, value);

-- The active runs of an experiment, the newest first.
CREATE INDEX runs_of_stage ON runs (experiment_id, stage, start_time DESC, run_id);
DROP INDEX runs_newest_first;
