package io.rems.firm.secondfactor.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A code for the day the authenticator is lost: written on paper, good once. Only its hash is kept. */
public record RecoveryCode(String letters) {
    /** Without those that look alike on paper; 32, so five bits each. */
    private static final String ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";

    private static final int LETTERS = 16;
    private static final int GROUP = 4;
    private static final int AT_ONCE = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static List<RecoveryCode> fresh() {
        return Stream.generate(RecoveryCode::random).limit(AT_ONCE).toList();
    }

    /** Empty for what does not have the form of one, whatever its value. */
    public static Optional<RecoveryCode> read(String typed) {
        var letters = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return letters.length() == LETTERS && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                ? Optional.of(new RecoveryCode(letters))
                : Optional.empty();
    }

    /** As it is shown: {@code 7k3m-x2pq-9dfa-hw4t}. */
    public String shown() {
        return String.join("-", letters.split("(?<=\\G.{" + GROUP + "})"));
    }

    /** With its 80 random bits it cannot be guessed along a list, so a plain hash is enough. */
    public byte[] hash(UUID user) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(user.getMostSignificantBits())
                    .putLong(user.getLeastSignificantBits())
                    .array());
            return digest.digest(letters.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode[...]";
    }

    private static RecoveryCode random() {
        var letters = new StringBuilder();
        RANDOM.ints(LETTERS, 0, ALPHABET.length()).forEach(index -> letters.append(ALPHABET.charAt(index)));
        return new RecoveryCode(letters.toString());
    }
}
