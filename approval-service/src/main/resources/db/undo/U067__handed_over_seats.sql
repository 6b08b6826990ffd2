DROP INDEX approval_seat_handed_over;
ALTER TABLE approval_seat
    DROP CONSTRAINT approval_seat_handed,
    DROP handed_to,
    DROP handed_over;
