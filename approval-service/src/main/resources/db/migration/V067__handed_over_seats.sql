-- Who else may vote in the stead of an owner who does not answer: the firm's administrators, or one of its users.
ALTER TABLE approval_seat
    ADD handed_over boolean NOT NULL DEFAULT false,
    ADD handed_to   uuid, -- null: the administrators
    ADD CONSTRAINT approval_seat_handed CHECK (handed_to IS NULL OR handed_over);

-- What waits for whom it was handed to.
CREATE INDEX approval_seat_handed_over ON approval_seat (firm_id, handed_to, expense_id) WHERE awaited AND handed_over;
