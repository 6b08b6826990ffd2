package io.rems.local.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The names of those who worked with the legacy database: its rows tell of them by their keys. */
final class LegacyUsers {

    private static final String KEY = "user_id";
    private static final String NAME = "username";

    private LegacyUsers() {}

    /** By their keys; empty where the folder does not tell. */
    static Map<String, String> in(Path folder) {
        var file = folder.resolve("users.csv");
        return Files.isRegularFile(file) ? names(CsvFile.read(file)) : Map.of();
    }

    private static Map<String, String> names(CsvFile users) {
        var names = new HashMap<String, String>();
        var key = users.header().indexOf(KEY);
        var name = users.header().indexOf(NAME);
        users.lines().stream()
                .filter(line -> key >= 0 && name >= 0 && line.fields().size() > Math.max(key, name))
                .filter(line -> !line.fields().get(name).isBlank())
                .forEach(line -> names.put(line.fields().get(key), line.fields().get(name)));
        return names;
    }
}
