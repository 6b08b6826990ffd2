package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.HoldingType;

/** An owner of the firm, and as what he holds shares where nobody says otherwise. */
public record KnownOwner(Holder holder, HoldingType usualType) {}
