package io.rems.ownership.valuation;

import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a property was worth on a day. */
record Valuation(
        UUID id,
        UUID propertyId,
        LocalDate valuedOn,
        Money amount,
        ValuationMethod method,
        @Nullable String appraiser,
        @Nullable String note) {}
