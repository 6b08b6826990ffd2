DROP TABLE awaited_vote;
DROP TABLE vote;
DROP TABLE voter;
DROP TABLE expense;
