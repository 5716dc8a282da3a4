-- What an assessment sums over the matters of a period is read from an index alone: the rows of three million matters are never opened for it.
DROP INDEX matter_by_ended;
CREATE INDEX matter_by_ended ON matter (ended_on, row_no, kind, grid_id, station, channel, reported_on, outcome, in_time, reworks, reopens) WHERE ended_on IS NOT NULL;
CREATE INDEX matter_by_rated ON matter (rated_on, grid_id, rating) WHERE rated_on IS NOT NULL;
