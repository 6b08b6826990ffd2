CREATE TABLE invoice_word (
    firm_id    uuid NOT NULL,
    invoice_id uuid NOT NULL,
    word       text NOT NULL COLLATE "C",
    PRIMARY KEY (firm_id, invoice_id, word)
);
CREATE INDEX invoice_by_word ON invoice_word (firm_id, word, invoice_id);
SELECT rems_firm_owned('invoice_word');
