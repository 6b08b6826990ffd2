-- Words stay; V087 adds those that are missing.
SELECT 1;
