-- Who set what, and when: kept beside the events, so that the settings page can show it at once.
CREATE TABLE firm_setting_change (
    firm_id    uuid        NOT NULL REFERENCES firm,
    id         uuid        NOT NULL,
    key        text        NOT NULL,
    value      text,
    previous   text,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (firm_id, id)
);

-- The history of one setting, latest first.
CREATE INDEX firm_setting_change_of_key ON firm_setting_change (firm_id, key, changed_at, id);

SELECT rems_firm_owned('firm_setting_change');
