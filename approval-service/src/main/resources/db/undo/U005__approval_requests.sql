DROP TABLE approval_deadline;
DROP TABLE approval_seat;
DROP TABLE approval_request;
