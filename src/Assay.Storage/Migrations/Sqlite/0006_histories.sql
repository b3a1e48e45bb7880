-- Whether a series has a point whose step is smaller than that of a point before it in time: after training was taken up again, for instance.
-- A series that has none can be searched by step through the key that it has, by time; an index by step would double every point's bytes.
ALTER TABLE metric_series ADD COLUMN out_of_order INTEGER NOT NULL DEFAULT 0;

UPDATE metric_series SET out_of_order = 1 WHERE series_key IN (
    SELECT series_key FROM (
        SELECT series_key, step, lag(step) OVER (PARTITION BY series_key ORDER BY timestamp, step, is_nan, value) AS step_before FROM metric_points) AS points
    WHERE step < step_before);
