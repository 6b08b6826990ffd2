package io.rems.platform.access;

import static io.rems.platform.access.Permission.Kind.BULK;
import static io.rems.platform.access.Permission.Kind.GOVERN;
import static io.rems.platform.access.Permission.Kind.READ;
import static io.rems.platform.access.Permission.Kind.WRITE;
import static io.rems.platform.access.Role.ACCOUNTANT;
import static io.rems.platform.access.Role.ADMIN;
import static io.rems.platform.access.Role.MANAGER;
import static io.rems.platform.access.Role.OWNER;
import static io.rems.platform.access.Role.STAFF;
import static io.rems.platform.access.Role.TENANT;
import static io.rems.platform.access.Role.VIEWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The one table of what each role may do; enforcement, documentation and {@code GET /api/v1/me} all read it. */
public enum Permission {
    FIRM_READ("firm:read", READ, ADMIN, ACCOUNTANT, MANAGER, STAFF, OWNER, TENANT, VIEWER),
    FIRM_WRITE("firm:write", GOVERN, ADMIN),
    USER_READ("user:read", READ, ADMIN),
    USER_WRITE("user:write", GOVERN, ADMIN),
    ASSIGNMENT_READ("assignment:read", READ, ADMIN),
    ASSIGNMENT_WRITE("assignment:write", GOVERN, ADMIN),
    SETTING_READ("setting:read", READ, ADMIN, ACCOUNTANT, MANAGER, VIEWER),
    SETTING_WRITE("setting:write", GOVERN, ADMIN),
    SUPPORT_READ("support:read", READ, ADMIN),
    SUPPORT_END("support:end", GOVERN, ADMIN),

    OWNER_READ("owner:read", READ, ADMIN, ACCOUNTANT, MANAGER, VIEWER),
    OWNER_WRITE("owner:write", WRITE, ADMIN, ACCOUNTANT),
    /** To see identity numbers and bank accounts whole: who registers and pays owners must. */
    OWNER_IDENTITY("owner:identity", WRITE, ADMIN, ACCOUNTANT),
    PROPERTY_READ("property:read", READ, ADMIN, ACCOUNTANT, MANAGER, STAFF, OWNER, VIEWER),
    PROPERTY_WRITE("property:write", WRITE, ADMIN, ACCOUNTANT),
    PROPERTY_BULK("property:bulk", BULK, ADMIN, ACCOUNTANT),
    OWNERSHIP_READ("ownership:read", READ, ADMIN, ACCOUNTANT, MANAGER, OWNER, VIEWER),
    OWNERSHIP_WRITE("ownership:write", WRITE, ADMIN, ACCOUNTANT),
    /** To tell all of it anew to whoever listens. */
    OWNERSHIP_REPUBLISH("ownership:republish", BULK, ADMIN),
    TRANSFER_READ("transfer:read", READ, ADMIN, ACCOUNTANT, MANAGER, OWNER, VIEWER),
    TRANSFER_WRITE("transfer:write", WRITE, ADMIN, ACCOUNTANT),
    PORTFOLIO_READ("portfolio:read", READ, ADMIN, ACCOUNTANT, MANAGER, OWNER, VIEWER),

    VENDOR_READ("vendor:read", READ, ADMIN, ACCOUNTANT, MANAGER, STAFF, OWNER, VIEWER),
    VENDOR_WRITE("vendor:write", WRITE, ADMIN, ACCOUNTANT),
    /** To see bank accounts of vendors whole: who registers and pays them must. */
    VENDOR_ACCOUNT("vendor:account", WRITE, ADMIN, ACCOUNTANT),
    EXPENSE_READ("expense:read", READ, ADMIN, ACCOUNTANT, MANAGER, OWNER, VIEWER),
    EXPENSE_WRITE("expense:write", WRITE, ADMIN, ACCOUNTANT),
    EXPENSE_SUBMIT("expense:submit", WRITE, ADMIN, ACCOUNTANT),
    EXPENSE_SUBMIT_MANY("expense:submit-many", BULK, ADMIN, ACCOUNTANT),
    EXPENSE_PAY("expense:pay", WRITE, ADMIN, ACCOUNTANT),
    EXPENSE_IMPORT("expense:import", BULK, ADMIN),
    /** For those too to whom an owner may delegate; whose vote counts, the request itself says. */
    EXPENSE_DECIDE("expense:decide", WRITE, ADMIN, ACCOUNTANT, MANAGER, OWNER),
    EXPENSE_DECIDE_MANY("expense:decide-many", BULK, ADMIN, ACCOUNTANT, MANAGER, OWNER),
    /** To put down what an owner decided by other means. */
    EXPENSE_DECIDE_OFFLINE("expense:decide-offline", WRITE, ADMIN),
    EXPENSE_COMMENT("expense:comment", WRITE, ADMIN, ACCOUNTANT, MANAGER, OWNER),
    EXPENSE_REROUTE("expense:reroute", WRITE, ADMIN),
    /** To say how much time those have who decide. */
    APPROVAL_CONDUCT("approval:conduct", WRITE, ADMIN),
    /** Up to which amount nobody is asked about what an owner holds: an owner says so for himself. */
    APPROVAL_LIMIT("approval:limit", WRITE, ADMIN, OWNER),
    APPROVAL_POLICY("approval:policy", GOVERN, ADMIN),
    APPROVAL_READ("approval:read", READ, ADMIN, ACCOUNTANT, MANAGER, OWNER, VIEWER),
    /** Administrators read all of the firm, everybody else what concerns him. */
    DELEGATION_READ("delegation:read", READ, ADMIN, ACCOUNTANT, MANAGER, OWNER),
    DELEGATION_WRITE("delegation:write", WRITE, ADMIN, OWNER),

    TENANT_READ("tenant:read", READ, ADMIN, ACCOUNTANT, MANAGER, STAFF, TENANT, VIEWER),
    TENANT_WRITE("tenant:write", WRITE, ADMIN, ACCOUNTANT),
    LEASE_READ("lease:read", READ, ADMIN, ACCOUNTANT, MANAGER, STAFF, TENANT, VIEWER),
    LEASE_WRITE("lease:write", WRITE, ADMIN, ACCOUNTANT),
    LEASE_TERMINATE("lease:terminate", WRITE, ADMIN, ACCOUNTANT),

    REPORT_READ("report:read", READ, ADMIN, ACCOUNTANT, MANAGER, VIEWER),
    AUDIT_READ("audit:read", READ, ADMIN);

    /** How much a permission can do; an access level allows the kinds up to its own. */
    public enum Kind {
        READ,
        WRITE,
        /** Many records at once, and exports. */
        BULK,
        /** Settings and users of the firm. */
        GOVERN
    }

    private final String code;
    private final Kind kind;
    private final Set<Role> roles;

    Permission(String code, Kind kind, Role... roles) {
        this.code = code;
        this.kind = kind;
        this.roles = EnumSet.copyOf(Arrays.asList(roles));
    }

    /** The name that the API shows, such as {@code expense:submit}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public boolean grantedTo(Role role, AccessLevel level) {
        return roles.contains(role) && level.allows(kind);
    }

    public static Set<Permission> of(Role role, AccessLevel level) {
        return Arrays.stream(values())
                .filter(permission -> permission.grantedTo(role, level))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
