package io.rems.firm.lookalike;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What a text looks like to people: two with one skeleton (Unicode UTS 39) are taken for one another.
 *
 * @param plain all of it is ASCII
 * @param mixed it mixes scripts as nobody does who means well, such as Latin with Cyrillic
 */
public record Look(String skeleton, boolean plain, boolean mixed) {
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.MODERATELY_RESTRICTIVE)
            .build();

    /** An internationalised domain counts as it is shown, however it was written. */
    public static Look ofEmail(String email) {
        var at = email.lastIndexOf('@');
        return of(email.substring(0, at + 1) + IDN.toUnicode(email.substring(at + 1)));
    }

    public static Look ofName(String name) {
        return of(name.strip().replaceAll("\\s+", " "));
    }

    private static Look of(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Look(
                CHECKER.getSkeleton(folded),
                folded.codePoints().allMatch(point -> point < 128),
                CHECKER.failsChecks(folded));
    }
}
