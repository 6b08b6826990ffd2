-- One row for each scheduled transfer, gone once it is executed, failed or cancelled.
CREATE TABLE scheduled_transfer (
    firm_id     uuid NOT NULL,
    transfer_id uuid NOT NULL,
    day         date NOT NULL,
    PRIMARY KEY (firm_id, transfer_id),
    FOREIGN KEY (firm_id, transfer_id) REFERENCES transfer (firm_id, id)
);
SELECT rems_firm_owned('scheduled_transfer');
SELECT rems_grant_worker('scheduled_transfer', 'SELECT');

-- What is due, whatever firm's. On which day a firm is, its time zone says.
CREATE INDEX scheduled_transfer_due ON scheduled_transfer (day);
SELECT rems_grant_worker('firm_time_zone', 'SELECT');
