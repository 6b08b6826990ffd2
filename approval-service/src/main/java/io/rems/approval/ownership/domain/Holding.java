package io.rems.approval.ownership.domain;

import io.rems.platform.Share;

/** One holder's whole part of a property on a day. */
public record Holding(Holder holder, Share share, boolean primaryContact) {}
