package io.rems.firm.mail;

/** A letter in words, once for readers of plain text and once for the others. */
record Written(String subject, String text, String html) {}
