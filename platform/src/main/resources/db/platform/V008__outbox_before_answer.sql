-- Whether the answer to the command waits until the event is published: its repetition waits for no other events.
ALTER TABLE outbox ADD COLUMN before_answer boolean NOT NULL DEFAULT false;
