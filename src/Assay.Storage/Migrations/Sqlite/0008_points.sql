-- What charts ask of long histories. The points of a series, in the order of (timestamp, step), are a row of pages of some 2,000 points, and behind
-- them a tail that is not summed up: tail_points is about how many it has, tail_timestamp and tail_step are where it begins.
ALTER TABLE metric_series ADD COLUMN tail_points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE metric_series ADD COLUMN tail_timestamp INTEGER NOT NULL DEFAULT -1;
ALTER TABLE metric_series ADD COLUMN tail_step INTEGER NOT NULL DEFAULT 0;

UPDATE metric_series SET tail_points = (SELECT count(*) FROM metric_points p WHERE p.series_key = metric_series.series_key);

-- A page holds the points from (timestamp, step) up to where the next page, or the tail, begins; the first begins before all points. blocks has for
-- each 64 points or so their count, extremes and sum. late counts points that were written into the page after it was summed up: it is then read
-- point by point until it is summed up again.
CREATE TABLE metric_pages (
    page_key        INTEGER PRIMARY KEY,
    series_key      INTEGER NOT NULL,
    timestamp       INTEGER NOT NULL,
    step            INTEGER NOT NULL,
    first_timestamp INTEGER NOT NULL,
    last_timestamp  INTEGER NOT NULL,
    least_step      INTEGER NOT NULL,
    greatest_step   INTEGER NOT NULL,
    late            INTEGER NOT NULL,
    blocks          BLOB NOT NULL
);

CREATE INDEX metric_pages_in_order ON metric_pages (series_key, timestamp, step);
CREATE INDEX metric_pages_late ON metric_pages (series_key) WHERE late > 0;
