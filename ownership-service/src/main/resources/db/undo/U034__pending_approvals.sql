DROP TABLE pending_approval;
