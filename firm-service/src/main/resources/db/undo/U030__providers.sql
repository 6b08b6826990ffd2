DROP TABLE provider_subject;
DROP TABLE provider_nonce;
