-- The words of a text as lists look for them, each once: without letter case and marks, Arabic letters that people write in
-- different ways as one. SearchWords in the code does the same with what is asked for. It names its separators and its
-- rule of letter case itself, so that every database finds the same.
CREATE FUNCTION rems_words(said text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(
        SELECT DISTINCT left(word, 64) COLLATE "C"
          FROM regexp_split_to_table(
                   translate(
                       lower(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g')
                             COLLATE pg_c_utf8),
                       'ىةς', 'يهσ'),
                   '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u3000-\u303f]+')
               AS word
         WHERE word <> '');
