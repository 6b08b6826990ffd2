CREATE TABLE firm_logo (
    firm_id    uuid  NOT NULL PRIMARY KEY REFERENCES firm,
    media_type text  NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    content    bytea NOT NULL CONSTRAINT firm_logo_is_small CHECK (length(content) <= 524288),
    -- Names this content: what caches compare.
    tag        text  NOT NULL
);

SELECT rems_firm_owned('firm_logo');
