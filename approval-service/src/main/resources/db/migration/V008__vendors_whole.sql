-- Vendors have several contacts and specialities, and may be blocked. The rating comes from maintenance.
ALTER TABLE vendor
    ADD registration_number text,
    ADD tax_number      text,
    ADD address         text,
    ADD contacts        jsonb  NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(contacts) = 'array'),
    ADD specialities    text[] NOT NULL DEFAULT '{}',
    ADD rating          numeric(3, 2) CHECK (rating BETWEEN 1 AND 5),
    ADD ratings         integer NOT NULL DEFAULT 0,
    ADD status          text   NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'BLOCKED')),
    ADD blocked_because text;

-- The rows of all firms, within this migration only.
ALTER TABLE vendor NO FORCE ROW LEVEL SECURITY;
UPDATE vendor
   SET contacts = CASE WHEN phone IS NULL AND email IS NULL THEN '[]'
                       ELSE jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('phone', phone, 'email', email))) END,
       specialities = CASE WHEN speciality IS NULL THEN '{}' ELSE ARRAY [speciality] END;
ALTER TABLE vendor FORCE ROW LEVEL SECURITY;

ALTER TABLE vendor DROP phone, DROP email, DROP speciality;
