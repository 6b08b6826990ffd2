package io.rems.approval;

/** How many races of a kind are run: enough to see what goes wrong now and then, and very many with {@code -Pnightly}. */
final class Races {

    static final int COUNT = Integer.getInteger("rems.races", 200);

    private Races() {}
}
