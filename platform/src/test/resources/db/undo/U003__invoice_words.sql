DROP TABLE invoice_word;
