package io.rems.ownership.property;

enum UnitType {
    STUDIO,
    APARTMENT,
    HOUSE,
    OFFICE,
    SHOP,
    STORAGE,
    PARKING,
    OTHER
}
