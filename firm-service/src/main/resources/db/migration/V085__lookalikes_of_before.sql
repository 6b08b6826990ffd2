-- How far the looks of those who were there before looks were kept have been taken down: ICU is not in the database, so a
-- timer of the service does it, one batch a transaction. Whoever came later has given his look himself.
CREATE TABLE lookalike_of_before (
    kind       text        NOT NULL PRIMARY KEY CHECK (kind IN ('EMAIL', 'FIRM_NAME')),
    done_up_to uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    done_at    timestamptz
);
INSERT INTO lookalike_of_before (kind) VALUES ('EMAIL'), ('FIRM_NAME');

SELECT rems_grant_worker('lookalike_of_before', 'SELECT, UPDATE');
