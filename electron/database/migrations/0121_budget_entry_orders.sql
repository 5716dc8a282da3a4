-- The book of one year and of one source in the order of days: among two million entries neither may be looked for day by day.
CREATE INDEX budget_entry_by_year_day ON budget_entry (community_id, year, posted_on, id);
CREATE INDEX budget_entry_by_source_day ON budget_entry (source_id, posted_on, id) WHERE source_id IS NOT NULL;
