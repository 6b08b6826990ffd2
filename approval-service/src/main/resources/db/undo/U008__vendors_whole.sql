-- Keeps the first contact and joins the specialities; blocking, rating and further contacts are lost.
ALTER TABLE vendor ADD phone text, ADD email text, ADD speciality text;

ALTER TABLE vendor NO FORCE ROW LEVEL SECURITY;
UPDATE vendor
   SET phone = contacts -> 0 ->> 'phone', email = contacts -> 0 ->> 'email',
       speciality = nullif(array_to_string(specialities, ', '), '');
ALTER TABLE vendor FORCE ROW LEVEL SECURITY;

ALTER TABLE vendor
    DROP registration_number, DROP tax_number, DROP address, DROP contacts, DROP specialities, DROP rating, DROP ratings, DROP status, DROP blocked_because;
