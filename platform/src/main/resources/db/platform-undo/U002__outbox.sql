DROP TABLE outbox_slot;
DROP TABLE outbox;
