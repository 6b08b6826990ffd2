package io.rems.local.demo;

import io.rems.local.api.Session;
import java.util.List;

/**
 * A part of a demo firm's file and where its entries are posted.
 *
 * @param collection {@code {property}} is filled from the entry's field of that name
 */
record Section(String name, String collection, String item) {

    private static final String PROPERTY = "property";

    /** In an order in which what is referred to comes first. */
    static final List<Section> ALL = List.of(
            of("owners", "/api/v1/owners"),
            of("properties", "/api/v1/properties"),
            new Section("units", "/api/v1/properties/{property}/units", "/api/v1/units/{id}"),
            of("ownershipPeriods", "/api/v1/properties/{property}/ownership-periods"),
            of("tenants", "/api/v1/tenants"),
            of("vendors", "/api/v1/vendors"),
            of("expenseCategories", "/api/v1/expense-categories"),
            of("expenseTypes", "/api/v1/expense-types"),
            of("leases", "/api/v1/leases"));

    private static Section of(String name, String collection) {
        return new Section(name, collection, collection + "/{id}");
    }

    /** Creates what is not there yet. */
    void load(DemoFirm firm, Session session) {
        for (var entry : firm.section(name)) {
            var resolved = Resolved.of(firm, entry);
            var id = firm.idOf(name + "/" + resolved.take("key"));
            resolved.body().put("id", id.toString());
            var property = resolved.body().has(PROPERTY) ? resolved.take(PROPERTY) : "";
            session.create(
                    collection.replace("{property}", property),
                    resolved.body(),
                    item.replace("{property}", property).replace("{id}", id.toString()));
        }
    }
}
