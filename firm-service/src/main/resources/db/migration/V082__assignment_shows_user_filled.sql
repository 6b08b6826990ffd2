-- Apart from V081, so that no lock on the tables is held while all rows are written.
UPDATE assignment a
   SET user_name = u.name, user_email = u.email, user_language = u.language, user_status = u.status,
       accepted = coalesce(u.enabled_as, u.status) <> 'INVITED'
  FROM portal_user u
 WHERE u.id = a.user_id AND a.user_name IS NULL;
