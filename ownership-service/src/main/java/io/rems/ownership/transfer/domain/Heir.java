package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.platform.Share;

/**
 * Who inherits.
 *
 * @param fraction of what the giver held
 * @param primaryContact whether he follows where the giver was the primary contact
 */
public record Heir(Holder holder, HoldingType type, Share fraction, boolean primaryContact) {}
