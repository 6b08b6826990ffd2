package io.rems.platform.web;

/**
 * Where the words of a list's rows stand, for lists too long to look through: row-level security lets no index of patterns
 * stand before it, but one of words.
 *
 * @param table firm-owned: {@code (firm_id, <row>, word COLLATE "C")}, its words made by {@code rems_words}, with a unique
 *     index over these and another over {@code (firm_id, word, <row>)}
 * @param row its column that names the row
 * @param column the column of the list that says the same
 */
public record WordIndex(String table, String row, String column) {}
