package io.rems.local.imports;

import static io.rems.local.imports.Table.ANYTHING;
import static io.rems.local.imports.Values.area;
import static io.rems.local.imports.Values.choice;
import static io.rems.local.imports.Values.constant;
import static io.rems.local.imports.Values.count;
import static io.rems.local.imports.Values.date;
import static io.rems.local.imports.Values.dayAfter;
import static io.rems.local.imports.Values.email;
import static io.rems.local.imports.Values.flag;
import static io.rems.local.imports.Values.language;
import static io.rems.local.imports.Values.money;
import static io.rems.local.imports.Values.percent;
import static io.rems.local.imports.Values.reference;
import static io.rems.local.imports.Values.share;
import static io.rems.local.imports.Values.text;
import static io.rems.local.imports.Values.unlessZero;

import java.util.Map;

/** The legacy tables of what belongs to whom: owners, properties, units and shares. */
final class RegisterTables {

    static final Table OWNERS = Table.of("owners", "owner_id", "/api/v1/owners")
            .field("name", text("full_name", 200).or(text("display_name", 200)).required())
            .field("otherName", Parties.otherName())
            .field("type", constant("INDIVIDUAL"))
            .field("identity", Parties.identity())
            .field("email", email("email"))
            .field("phone", text("phone_primary", 40).or(text("phone_secondary", 40)))
            .field("otherPhones", Parties.otherPhones())
            .field("address", text("address", 500))
            .field("nationality", text("nationality", 100))
            .field("language", language("preferred_language"))
            .field("note", text("notes", 2000))
            .usually("is_active", ANYTHING)
            .usually("first_name", ANYTHING)
            .usually("middle_name", ANYTHING)
            .usually("last_name", ANYTHING);

    static final Table PROPERTIES = Table.of("properties", "property_id", "/api/v1/properties")
            .field("code", text("property_code", 40).required())
            .field("name", text("property_name", 200).required())
            .field(
                    "type",
                    choice(
                                    "property_type",
                                    Map.of(
                                            "residential", "RESIDENTIAL",
                                            "commercial", "COMMERCIAL",
                                            "mixed_use", "MIXED_USE",
                                            "land", "LAND",
                                            "other", "OTHER"))
                            .required())
            .field("location", text("location", 200))
            .field("address", text("address", 500))
            .field("area", area("area_sqm"))
            .field("constructionYear", count("construction_year", 2200))
            .field("constructionCost", money("construction_cost"))
            .field("permitNumber", text("planning_permit", 60))
            .field("note", text("notes", 2000))
            .rule(Rules.unique("property_code"))
            .usually("is_active", ANYTHING)
            .usually("total_units", ANYTHING)
            .usually("valuation_amount", ANYTHING)
            .usually("valuation_date", ANYTHING)
            .usually("valuation_method", ANYTHING);

    static final Table VALUATIONS = Table.of("valuations", "property_id", "/api/v1/properties/{property}/valuations")
            .within("properties", "valuation_amount")
            .path("property", reference("property_id", "properties").required())
            .field("valuedOn", Valuations.day())
            .field("amount", unlessZero(money("valuation_amount")).required())
            .field("method", Valuations.method())
            .field("note", Valuations.note());

    static final Table UNITS = Table.of("units", "unit_id", "/api/v1/properties/{property}/units")
            .item("/api/v1/units/{id}")
            .path("property", reference("property_id", "properties").required())
            .field("number", text("unit_number", 40).required())
            .field(
                    "type",
                    choice(
                                    "unit_type",
                                    Map.of(
                                            "studio", "STUDIO",
                                            "apartment", "APARTMENT",
                                            "single_family_home", "HOUSE",
                                            "house", "HOUSE",
                                            "office", "OFFICE",
                                            "shop", "SHOP",
                                            "commercial", "OTHER",
                                            "storage", "STORAGE",
                                            "parking", "PARKING",
                                            "other", "OTHER"))
                            .required()
                            .remarking(
                                    "unit_type",
                                    "commercial",
                                    "commercial: recorded as OTHER, for the data does not tell an office from a shop"))
            .field("livingRooms", count("number_of_livingrooms", 1000))
            .field("bedrooms", count("number_of_bedrooms", 1000))
            .field("bathrooms", count("number_of_bathrooms", 1000))
            .field("parkingSpaces", count("number_of_parking_spaces", 1000))
            .field("area", area("area_sqm"))
            .field("baseRent", money("base_rent_amount"))
            .field("note", text("notes", 2000))
            .rule(Rules.unique("property_id", "unit_number"))
            .usually("is_active", ANYTHING);

    static final Table OWNERSHIP_PERIODS = Table.of(
                    "property_ownership_periods", "ownership_id", "/api/v1/properties/{property}/ownership-periods")
            .path("property", reference("property_id", "properties").required())
            .field("ownerId", reference("owner_id", "owners").required())
            .field("share", share("ownership_percentage").required())
            .field("from", date("start_date").required())
            .field("to", dayAfter("end_date"))
            .field(
                    "acquisition",
                    choice(
                            "acquisition_method",
                            Map.of(
                                    "purchase", "PURCHASE",
                                    "inheritance", "INHERITANCE",
                                    "gift", "GIFT",
                                    "transfer", "TRANSFER",
                                    "founding", "FOUNDING",
                                    "other", "OTHER")))
            .field("primaryContact", flag("is_primary_contact"))
            .field("managementFeePercent", percent("management_fee_percentage"))
            .field("note", text("notes", 2000))
            .rule(Rules.inOrder("start_date", "end_date"))
            .rule(Rules.sharesWithinWhole());

    private RegisterTables() {}
}
