package io.rems.platform.web;

/** One field that a list is sorted by. */
public record Sort(String field, boolean descending) {

    static Sort read(String text) {
        return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + field;
    }
}
