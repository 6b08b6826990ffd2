ALTER TABLE portal_user ADD COLUMN phone text;

-- A forced reset takes the password away; the user stays active and chooses another by the link he gets.
SELECT rems_grant_worker('credential', 'DELETE');
