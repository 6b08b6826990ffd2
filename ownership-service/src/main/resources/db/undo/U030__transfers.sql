DROP TABLE transfer_piece;
DROP TABLE transfer;
