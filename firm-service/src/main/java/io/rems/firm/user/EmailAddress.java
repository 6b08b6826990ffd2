package io.rems.firm.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as it was written; {@link #key()} tells whether two are the same. */
public record EmailAddress(String written) {
    public static final String FORM = "[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)*";
    public static final int LONGEST = 254;

    private static final Pattern ADDRESS = Pattern.compile(FORM);

    public EmailAddress {
        written = written.strip();
        if (written.length() > LONGEST || !ADDRESS.matcher(written).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    public String key() {
        return keyOf(written);
    }

    /** The key of whatever somebody typed, even if it cannot be an address. */
    public static String keyOf(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
