DROP FUNCTION rems_words(text);
