package io.rems.approval.category;

import java.util.List;

/** A set of categories that a firm can begin with; firm-service offers it by its name. */
enum CategoryTemplate {
    KUWAIT_RESIDENTIAL(
            of(
                    "MAINTENANCE",
                    "Maintenance and repair",
                    "Plumbing",
                    "Electrical",
                    "Air conditioning",
                    "Painting",
                    "Lifts"),
            of("CLEANING", "Cleaning", "Common areas", "Water tanks", "Pest control", "Waste removal"),
            of("UTILITIES", "Electricity and water", "Electricity", "Water"),
            of("GUARD", "Guard and porter", "Haris salary", "Security company"),
            of("GOVERNMENT", "Fees to authorities", "Municipality", "Civil defence", "PACI"),
            of("INSURANCE", "Insurance", "Building", "Liability"),
            of("MANAGEMENT", "Management", "Legal", "Brokerage", "Bank charges")),
    COMMERCIAL(
            of(
                    "MAINTENANCE",
                    "Maintenance and repair",
                    "Plumbing",
                    "Electrical",
                    "Central air conditioning",
                    "Lifts and escalators"),
            of("FIT_OUT", "Fit-out and refurbishment", "Common areas", "Tenant contribution", "Signage"),
            of("FACILITY", "Facility services", "Cleaning", "Security company", "Car park", "Waste removal"),
            of("UTILITIES", "Electricity and water", "Electricity", "Water", "District cooling"),
            of("SAFETY", "Fire and safety", "Fire systems", "Inspection"),
            of("GOVERNMENT", "Fees to authorities", "Municipality", "Civil defence"),
            of("INSURANCE", "Insurance", "Building", "Liability", "Loss of rent"),
            of("MARKETING", "Marketing and letting", "Advertising", "Brokerage"));

    private final List<Template> categories;

    /** A category with the types of expense in it. */
    record Template(String code, String name, List<String> types) {}

    CategoryTemplate(Template... categories) {
        this.categories = List.of(categories);
    }

    List<Template> categories() {
        return categories;
    }

    private static Template of(String code, String name, String... types) {
        return new Template(code, name, List.of(types));
    }
}
