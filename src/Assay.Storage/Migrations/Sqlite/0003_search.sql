-- Searches. The latest values of a metric in the order of the runs: a filter or an ordering by a metric reads this index and nothing else, and
-- as runs are mostly searched in the order in which they were made, it reads it from one end to the other. In order of value it would have
-- to be written elsewhere at every new value; so, a value changes where it stands.
CREATE INDEX metric_series_by_key ON metric_series (key, run_key, is_nan, value);

-- The active runs of an experiment, the newest first. With the stage in it, which runs are on a page is known without reading any.
CREATE INDEX runs_of_stage ON runs (experiment_id, stage, start_time DESC, run_id);
DROP INDEX runs_newest_first;
