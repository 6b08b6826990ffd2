DROP TABLE attachment_part;
DROP TABLE attachment;
