ALTER TABLE approval_request
    DROP CONSTRAINT approval_request_escalated,
    DROP escalated_because;
