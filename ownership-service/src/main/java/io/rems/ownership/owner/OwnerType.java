package io.rems.ownership.owner;

enum OwnerType {
    INDIVIDUAL,
    COMPANY,
    PARTNERSHIP
}
