-- Buildings by their place: after a border moved only those around it are looked at.
CREATE INDEX building_by_place ON building (lng_micro, lat_micro) WHERE removed_at IS NULL AND lng_micro IS NOT NULL;
