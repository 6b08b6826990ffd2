package io.rems.approval.ownership.domain;

/** One holder's whole part of a property on a day. */
public record Holding(Holder holder, Share share, boolean primaryContact) {}
