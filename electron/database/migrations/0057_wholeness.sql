-- How whole each record is by the rule of its category (completeness.rules.ts), without the part of its block: a grid, a community and a whole
-- city are summed up in this index alone. Word for word the expression of completeness.repository.ts.
CREATE INDEX person_by_wholeness ON person (grid_id, category, (
  CASE category
    WHEN 'registered' THEN 5 * (coalesce(id_number, '') <> '') + 3 * (coalesce(birth_on, '') <> '') + 5 * (coalesce(grid_id, '') <> '') + 4 * (coalesce(present_address, '') <> '') + 3 * (coalesce(phone, '') <> '') + 2 * (coalesce(dwelling_id, '') <> '') + 1 * (coalesce(education, '') <> '') + 3 * (coalesce(registered_address, '') <> '') + 3 * (coalesce(household_id, '') <> '') + 2 * (coalesce(relation_to_head, '') <> '') + 2 * (coalesce(lives_where_registered, '') <> '')
    WHEN 'floating' THEN 5 * (coalesce(id_number, '') <> '') + 3 * (coalesce(birth_on, '') <> '') + 5 * (coalesce(grid_id, '') <> '') + 4 * (coalesce(present_address, '') <> '') + 3 * (coalesce(phone, '') <> '') + 2 * (coalesce(dwelling_id, '') <> '') + 1 * (coalesce(education, '') <> '') + 3 * (coalesce(registered_address, '') <> '')
    WHEN 'left-behind' THEN 5 * (coalesce(id_number, '') <> '') + 3 * (coalesce(birth_on, '') <> '') + 5 * (coalesce(grid_id, '') <> '') + 4 * (coalesce(present_address, '') <> '') + 3 * (coalesce(phone, '') <> '') + 2 * (coalesce(dwelling_id, '') <> '') + 1 * (coalesce(education, '') <> '') + 3 * (coalesce(registered_address, '') <> '') + 3 * (coalesce(household_id, '') <> '') + 2 * (coalesce(relation_to_head, '') <> '')
    WHEN 'overseas' THEN 5 * (coalesce(id_number, '') <> '') + 3 * (coalesce(birth_on, '') <> '') + 5 * (coalesce(grid_id, '') <> '') + 4 * (coalesce(present_address, '') <> '') + 3 * (coalesce(phone, '') <> '') + 2 * (coalesce(dwelling_id, '') <> '') + 1 * (coalesce(education, '') <> '')
    WHEN 'no-hukou' THEN 3 * (coalesce(birth_on, '') <> '') + 5 * (coalesce(grid_id, '') <> '') + 4 * (coalesce(present_address, '') <> '') + 3 * (coalesce(phone, '') <> '') + 2 * (coalesce(dwelling_id, '') <> '') + 1 * (coalesce(education, '') <> '')
  END
)) WHERE removed_at IS NULL;
