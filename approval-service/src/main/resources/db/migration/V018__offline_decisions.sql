-- What an owner said by other means, put down by an administrator: on which day.
ALTER TABLE approval_seat
    ADD said_on date,
    ADD CONSTRAINT approval_seat_said CHECK (said_on IS NULL OR (verdict IS NOT NULL AND owner_id IS NOT NULL));
