package io.rems.firm.mail;

import java.util.UUID;

/** A letter that was taken out to be carried, for the {@code attempt}-th time. */
record QueuedLetter(UUID id, Letter letter, int attempt) {}
