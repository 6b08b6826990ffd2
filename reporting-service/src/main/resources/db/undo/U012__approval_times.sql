DROP TABLE approval_answer;
DROP TABLE approval_round;
