package io.rems.firm.password;

/** Why a password that is long enough is refused all the same. */
enum Weakness {
    COMMON("is among the passwords that are tried first: it is known from breaches, alone or with a little around it"),
    TRIVIAL("only repeats a few characters, or follows a row of them"),
    OWN_WORD("is your name, your e-mail, your firm or REMS, which everybody can guess");

    private final String message;

    Weakness(String message) {
        this.message = message;
    }

    String message() {
        return message + ". Choose another, such as several words that have nothing to do with each other";
    }
}
