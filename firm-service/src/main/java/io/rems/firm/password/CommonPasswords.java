package io.rems.firm.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.ClassPathResource;

/**
 * The hundred thousand passwords that are most often found in breaches, as the library nbvcxz brings them. Kept as hashes:
 * under one megabyte, and a wrong match is as likely as guessing a random number of 47 bits.
 */
final class CommonPasswords {
    private static final String LIST = "dictionaries/passwords.txt";

    private final long[] hashes;

    private CommonPasswords(long[] hashes) {
        this.hashes = hashes;
    }

    static CommonPasswords load() {
        try (var lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8))) {
            return new CommonPasswords(lines.lines()
                    .map(PasswordPolicy::normalised)
                    .mapToLong(CommonPasswords::hash)
                    .sorted()
                    .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String normalised) {
        return Arrays.binarySearch(hashes, hash(normalised)) >= 0;
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
