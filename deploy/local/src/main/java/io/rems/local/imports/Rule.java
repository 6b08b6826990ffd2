package io.rems.local.imports;

/** What rows must keep together; told of each sound row in turn, so the later of two that collide is refused. */
@FunctionalInterface
interface Rule {

    /** @throws BadCell if the row does not go with the rows before it */
    void admit(Row row, Entry entry);
}
