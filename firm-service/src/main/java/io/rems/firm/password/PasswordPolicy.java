package io.rems.firm.password;

import io.rems.platform.problem.InvalidRequest;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What may be a password, after NIST SP 800-63B: length, no rules on its letters, but nothing that
 * is tried first: what is known from breaches, repetitions and rows, and the words of the user's own surroundings.
 */
@Component
public class PasswordPolicy {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final Set<String> SERVICE = Set.of("rems", "realestate", "realestatemanagement");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PADDED =
            Pattern.compile("(?<before>\\P{L}*)(?<core>.*?)(?<after>\\P{L}*)", Pattern.DOTALL);
    /** As long as what people put around a word to make it "strong": a year, "123!". */
    private static final int SHORT = 4;

    /** Loaded once, apart from the event loop: it is read from a file. */
    private final Mono<CommonPasswords> common = Mono.fromCallable(CommonPasswords::load)
            .subscribeOn(Schedulers.boundedElastic())
            .cache();

    /** Fails on that field if it may not be the password of somebody with these names. */
    public Mono<Void> require(String field, String password, Collection<String> ownWords) {
        var hashed = Passwords.normalised(password);
        int length = hashed.codePointCount(0, hashed.length());
        if (length < SHORTEST || length > LONGEST) {
            return Mono.error(
                    new InvalidRequest(field, "SIZE", "must have " + SHORTEST + " to " + LONGEST + " characters"));
        }
        return common.doOnNext(list -> weakness(password, ownWords, list).ifPresent(weakness -> {
                    throw new InvalidRequest(field, weakness.name(), weakness.message());
                }))
                .then();
    }

    /** What two passwords have in common that differ in letter case or Unicode form only. */
    static String normalised(String password) {
        return Passwords.normalised(password).toLowerCase(Locale.ROOT).strip();
    }

    static Optional<Weakness> weakness(String password, Collection<String> ownWords, CommonPasswords list) {
        var text = normalised(password);
        var words = words(ownWords);
        var unit = text.substring(0, period(text));
        if (isRow(text) || (unit.length() < text.length() && isKnown(unit, words, list))) {
            return Optional.of(Weakness.TRIVIAL);
        }
        var core = core(text);
        if (words.contains(compact(text)) || words.contains(compact(core))) {
            return Optional.of(Weakness.OWN_WORD);
        }
        return list.contains(text) || list.contains(core) ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    private static boolean isKnown(String unit, Set<String> words, CommonPasswords list) {
        return unit.length() <= SHORT || words.contains(compact(unit)) || list.contains(unit);
    }

    /** Whole names, and their parts that are long enough to mean somebody. */
    private static Set<String> words(Collection<String> ownWords) {
        var own = ownWords.stream().map(PasswordPolicy::normalised).toList();
        var parts = own.stream().flatMap(NO_LETTER_OR_DIGIT::splitAsStream).filter(part -> part.length() >= SHORT);
        return Stream.of(own.stream().map(PasswordPolicy::compact), parts, SERVICE.stream())
                .flatMap(all -> all)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String compact(String text) {
        return NO_LETTER_OR_DIGIT.matcher(text).replaceAll("");
    }

    /** Without what stands around it, if that adds nothing; else all of it. */
    private static String core(String text) {
        var padded = PADDED.matcher(text);
        return padded.matches()
                        && !padded.group("core").isEmpty()
                        && addsNothing(padded.group("before"))
                        && addsNothing(padded.group("after"))
                ? padded.group("core")
                : text;
    }

    private static boolean addsNothing(String padding) {
        return padding.length() <= SHORT || isRow(padding) || period(padding) <= 2;
    }

    /** 1234..., abcd..., also downwards; after 9 comes 0. */
    private static boolean isRow(String text) {
        return isRow(text, 1) || isRow(text, -1);
    }

    private static boolean isRow(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            int difference = text.charAt(i) - text.charAt(i - 1);
            boolean follows = difference == step || (difference == -9 * step && Character.isDigit(text.charAt(i)));
            if (!follows) {
                return false;
            }
        }
        return text.length() > 2;
    }

    /** After how many characters the text begins anew, at least once in full; its whole length if it does not. */
    private static int period(String text) {
        for (int period = 1; period <= text.length() / 2; period++) {
            if (text.regionMatches(0, text, period, text.length() - period)) {
                return period;
            }
        }
        return text.length();
    }
}
