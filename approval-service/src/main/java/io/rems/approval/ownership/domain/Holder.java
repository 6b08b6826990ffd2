package io.rems.approval.ownership.domain;

/** Who holds a part of a property; whatever is not assigned to an owner is the firm's. */
public sealed interface Holder {

    record Owner(OwnerId id) implements Holder {}

    record FirmDefault() implements Holder {}

    Holder FIRM = new FirmDefault();
}
