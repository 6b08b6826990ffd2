package io.rems.firm.link;

/** What a login can be linked to, and who keeps it. */
enum Kind {
    OWNER("ownership", "/api/v1/owners/{id}"),
    TENANT("tenant", "/api/v1/tenants/{id}");

    private final String service;
    private final String path;

    Kind(String service, String path) {
        this.service = service;
        this.path = path;
    }

    String service() {
        return service;
    }

    String path() {
        return path;
    }

    String field() {
        return this == OWNER ? "ownerId" : "tenantId";
    }

    String unknown() {
        return this == OWNER ? "is no owner of this firm" : "is no tenant of this firm";
    }
}
