package io.rems.ownership.property;

enum PropertyType {
    RESIDENTIAL,
    COMMERCIAL,
    MIXED_USE,
    LAND,
    OTHER
}
