-- Quotes, bills and other papers of expenses.
CREATE TABLE attachment (
    firm_id    uuid        NOT NULL,
    id         uuid        NOT NULL,
    expense_id uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('QUOTE', 'BILL', 'RECEIPT', 'PHOTO', 'OTHER')),
    name       text        NOT NULL,
    media_type text        NOT NULL, -- what the bytes are
    size       bigint      NOT NULL CHECK (size > 0),
    sha256     text        NOT NULL,
    added_by   text        NOT NULL,
    added_at   timestamptz NOT NULL,
    PRIMARY KEY (firm_id, id),
    -- The papers of an expense, none of them twice.
    UNIQUE (firm_id, expense_id, sha256),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id) ON DELETE CASCADE
);
SELECT rems_firm_owned('attachment');

-- Their bytes, in parts small enough to be fetched one by one.
CREATE TABLE attachment_part (
    firm_id       uuid    NOT NULL,
    attachment_id uuid    NOT NULL,
    position      integer NOT NULL,
    content       bytea   NOT NULL,
    PRIMARY KEY (firm_id, attachment_id, position),
    FOREIGN KEY (firm_id, attachment_id) REFERENCES attachment (firm_id, id) ON DELETE CASCADE
);
SELECT rems_firm_owned('attachment_part');
-- Papers are compressed already.
ALTER TABLE attachment_part ALTER content SET STORAGE EXTERNAL;
