package io.rems.local.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows that were read so far, by table and legacy key. */
final class Books {

    private final Firm firm;
    private final Map<String, String> users;
    private final Map<String, Map<String, Entry>> entries = new HashMap<>();
    private final Map<String, Map<String, Long>> lines = new HashMap<>();

    Books(Firm firm) {
        this(firm, Map.of());
    }

    /** @param users the names of legacy users by their keys: they do not come in, but are spoken of */
    Books(Firm firm, Map<String, String> users) {
        this.firm = firm;
        this.users = Map.copyOf(users);
    }

    Firm firm() {
        return firm;
    }

    /** The same for the same row, however often it is imported. */
    UUID idOf(String table, String key) {
        return UuidCreator.getNameBasedSha1(firm.id(), table + "/" + key);
    }

    /** @throws BadCell if an earlier row has the key */
    void claim(Table table, String key, long line) {
        var before = lines.computeIfAbsent(table.name(), _ -> new HashMap<>()).putIfAbsent(key, line);
        if (before != null) {
            throw new BadCell(table.key(), "\"%s\" is the key of line %d already".formatted(key, before));
        }
    }

    void add(String key, Entry entry) {
        entries.computeIfAbsent(entry.table().name(), _ -> new HashMap<>()).put(key, entry);
    }

    Optional<Entry> find(String table, String key) {
        return Optional.ofNullable(entries.getOrDefault(table, Map.of()).get(key));
    }

    String user(String key) {
        return users.getOrDefault(key, "legacy user " + key);
    }

    String whyMissing(String table, String key) {
        var line = lines.getOrDefault(table, Map.of()).get(key);
        return line == null
                ? "there is no %s in %s.csv".formatted(key, table)
                : "%s.csv:%d, which it refers to, is refused".formatted(table, line);
    }
}
