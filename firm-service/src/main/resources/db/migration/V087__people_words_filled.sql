-- Apart from V086, so that only rows are locked while all words are written: a name that changes meanwhile waits, and is not
-- written over with the one before.
WITH of_before AS MATERIALIZED (
    SELECT a.firm_id, a.id, a.user_name || ' ' || a.user_email AS said
      FROM assignment a
     WHERE NOT EXISTS (SELECT FROM assignment_word w WHERE w.firm_id = a.firm_id AND w.assignment_id = a.id)
       FOR SHARE OF a)
INSERT INTO assignment_word (firm_id, assignment_id, word)
SELECT firm_id, id, unnest(rems_words(said)) FROM of_before
    ON CONFLICT DO NOTHING;
