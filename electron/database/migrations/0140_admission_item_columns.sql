-- What the published lists of offices hold besides: the group a task stands under, the departments that help, a remark.
ALTER TABLE admission_item ADD COLUMN category TEXT NOT NULL DEFAULT '';
ALTER TABLE admission_item ADD COLUMN support_offices TEXT NOT NULL DEFAULT '';
ALTER TABLE admission_item ADD COLUMN note TEXT NOT NULL DEFAULT '';
