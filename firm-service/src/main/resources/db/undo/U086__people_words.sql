-- A search reads all of a firm's people again.
DROP POLICY filled_by_owner ON assignment;
DROP TRIGGER assignment_renamed ON assignment;
DROP TRIGGER assignment_told ON assignment;
DROP FUNCTION assignment_changes_words();
DROP FUNCTION assignment_tells_words();
DROP TABLE assignment_word;
