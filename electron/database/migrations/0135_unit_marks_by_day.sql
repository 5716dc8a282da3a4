-- The marks of a span of days, summed by unit, are read from the days in question alone: a city has nine million of five years.
CREATE INDEX unit_mark_by_day ON unit_mark (marked_on, unit_kind, unit_id, kind, points);
