-- All second factors are lost: everybody signs in with the password alone, or must set one up anew.
DROP TABLE sign_in_challenge;
DROP TABLE recovery_code;
DROP TABLE second_factor;
