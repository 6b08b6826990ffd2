ALTER TABLE approval_seat DROP awaited;
