-- Forgets from where sign-ins failed; nobody is slowed down any more.
DROP TABLE sign_in_network;
