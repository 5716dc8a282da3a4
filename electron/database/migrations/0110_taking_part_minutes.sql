-- Every time a resident took part, whatever it was; the hours of volunteers stand in their rows.
DROP VIEW taking_part;
CREATE VIEW taking_part AS
  SELECT a.id || '/' || j.value AS id, 'activity' AS kind, a.held_on AS on_day, j.value AS person_id, a.title AS what, NULL AS minutes FROM activity a, json_each(a.person_ids) j WHERE a.removed_at IS NULL
  UNION ALL SELECT s.id, 'volunteering', w.held_on, v.person_id, w.title, s.minutes FROM volunteer_shift s JOIN volunteer_job w ON w.id = s.job_id JOIN volunteer v ON v.id = s.volunteer_id WHERE s.removed_at IS NULL AND s.state = 'confirmed'
  UNION ALL SELECT c.id, 'seconding', c.seconded_on, c.person_id, p.title, NULL FROM proposal_second c JOIN proposal p ON p.id = c.proposal_id WHERE c.removed_at IS NULL AND p.removed_at IS NULL
  UNION ALL SELECT d.id || '/' || j.value, 'deliberation', d.held_on, j.value, p.title, NULL FROM deliberation d JOIN proposal p ON p.id = d.proposal_id, json_each(d.person_ids) j WHERE d.removed_at IS NULL AND p.removed_at IS NULL
  UNION ALL SELECT p.id, 'proposing', p.proposed_on, p.proposer_id, p.title, NULL FROM proposal p WHERE p.removed_at IS NULL AND p.proposer_id IS NOT NULL;
