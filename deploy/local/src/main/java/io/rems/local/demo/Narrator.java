package io.rems.local.demo;

import io.rems.local.api.Exchange;
import java.io.PrintStream;

/** Tells the story: who does what, with which request, and how it went. */
final class Narrator {

    private final PrintStream out;
    private int chapter;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        chapter++;
        out.println("\n%d. %s".formatted(chapter, title));
    }

    void says(String sentence) {
        out.println("\n   " + sentence);
    }

    void hears(Exchange exchange) {
        out.println("     %-6s %s  as %s  → %d"
                .formatted(exchange.method(), exchange.path(), exchange.user(), exchange.status()));
    }

    void outcome(String text) {
        out.println("     " + text);
    }
}
