-- The steps that a median is read from, state by state and day by day: the rows behind the number.
CREATE INDEX matter_move_left ON matter_move (from_state, moved_on, hours) WHERE hours IS NOT NULL AND from_state <> to_state;
