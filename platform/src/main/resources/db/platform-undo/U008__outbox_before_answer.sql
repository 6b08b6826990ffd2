ALTER TABLE outbox DROP COLUMN before_answer;
