ALTER TABLE approval_seat
    DROP CONSTRAINT approval_seat_said,
    DROP said_on;
