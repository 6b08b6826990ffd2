package io.rems.ownership.transfer.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer rests on: a contract, a deed, a court's decision.
 *
 * @param documentId where it is kept as a document
 */
public record Paper(
        String title,
        @Nullable String number,
        @Nullable UUID documentId,
        @Nullable String text) {}
