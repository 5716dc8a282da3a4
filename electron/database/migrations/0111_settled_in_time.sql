-- In time is a share of what was settled: what was sent back, not filed or merged in time settled nothing and counts in no part of it.
DROP VIEW matter_share;
CREATE VIEW matter_share AS
  SELECT m.id, m.community_id AS communityId, substr(m.reported_on, 1, 7) AS month, d.dim,
    CASE d.dim WHEN 'all' THEN '' WHEN 'grid' THEN coalesce(m.grid_id, '') WHEN 'station' THEN m.station WHEN 'kind' THEN m.kind ELSE m.channel END AS key,
    1 AS reported, m.origin = 'found' AS found, m.origin = 'complained' AS complained,
    0 AS ended, 0 AS settled, 0 AS in_time, 0 AS returned, 0 AS wrong, 0 AS reworked, 0 AS first_level, 0 AS rated, 0 AS satisfied, 0 AS rating_sum
  FROM matter m CROSS JOIN (SELECT 'all' AS dim UNION ALL SELECT 'grid' UNION ALL SELECT 'station' UNION ALL SELECT 'kind' UNION ALL SELECT 'channel') d
  WHERE m.reported_on IS NOT NULL AND m.outcome <> 'void'
  UNION ALL
  SELECT m.id, m.community_id, substr(m.ended_on, 1, 7), d.dim,
    CASE d.dim WHEN 'all' THEN '' WHEN 'grid' THEN coalesce(m.grid_id, '') WHEN 'station' THEN m.station WHEN 'kind' THEN m.kind WHEN 'channel' THEN m.channel ELSE m.unit_id END,
    0, 0, 0, 1, m.outcome IN ('closed', 'recorded'), m.outcome IN ('closed', 'recorded') AND coalesce(m.in_time, 0), m.returns > 0, m.wrong > 0, m.reworks > 0,
    m.outcome IN ('closed', 'recorded') AND m.went_up = 0, m.rating IS NOT NULL, coalesce(m.rating >= 2, 0), coalesce(m.rating, 0)
  FROM matter m CROSS JOIN (SELECT 'all' AS dim UNION ALL SELECT 'grid' UNION ALL SELECT 'station' UNION ALL SELECT 'kind' UNION ALL SELECT 'channel' UNION ALL SELECT 'department') d
  WHERE m.ended_on IS NOT NULL AND m.reported_on IS NOT NULL AND m.outcome <> 'void' AND (d.dim <> 'department' OR m.unit_kind = 'department');

UPDATE matter_month SET in_time = counted.in_time
  FROM (SELECT month || '/' || dim || '/' || key AS id, sum(in_time) AS in_time FROM matter_share GROUP BY month, dim, key) counted
  WHERE counted.id = matter_month.id AND counted.in_time <> matter_month.in_time;
