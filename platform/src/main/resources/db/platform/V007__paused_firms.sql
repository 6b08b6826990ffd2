-- Firms in whose name no timer works for the time being, as the service has heard. The version keeps older news from
-- undoing newer ones.
CREATE TABLE firm_pause (
    firm_id uuid    NOT NULL PRIMARY KEY,
    paused  boolean NOT NULL,
    version bigint  NOT NULL
);
SELECT rems_firm_owned('firm_pause');
SELECT rems_grant_worker('firm_pause', 'SELECT');

-- For the condition of what looks for due work, and of what claims it.
CREATE FUNCTION rems_paused(firm uuid) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM firm_pause WHERE firm_id = firm AND paused);
