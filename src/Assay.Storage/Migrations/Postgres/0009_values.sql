-- Searches by a metric's value read an index alone. Without the value in it they read the row of every run, and the rows of one metric lie on nearly
-- every page of the table. Writing a value now writes the table's indexes as well, which costs less than a tenth of a commit; what it leaves behind
-- is cleared away within the index's pages.
DROP INDEX metric_series_by_key;
CREATE INDEX metric_series_by_key ON metric_series (key, run_key) INCLUDE (value, is_nan);
