package io.rems.local.imports;

import static io.rems.local.imports.Table.ANYTHING;
import static io.rems.local.imports.Values.date;
import static io.rems.local.imports.Values.email;
import static io.rems.local.imports.Values.flag;
import static io.rems.local.imports.Values.list;
import static io.rems.local.imports.Values.money;
import static io.rems.local.imports.Values.reference;
import static io.rems.local.imports.Values.text;
import static io.rems.local.imports.Values.unlessZero;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of the legacy database, those that others refer to first. */
final class LegacyTables {

    private static final Table TENANTS = Table.of("tenants", "tenant_id", "/api/v1/tenants")
            .field("name", text("full_name", 200).required())
            .field("type", Parties.tenantType())
            .field("email", email("email"))
            .field("phone", text("mobile", 50).or(text("work_phone", 50)).or(text("home_phone", 50)))
            .field("nationality", text("nationality", 100))
            .field("identityNumber", text("national_id", 50))
            .field("note", text("notes", 2000))
            .usually("first_name", ANYTHING)
            .usually("middle_name", ANYTHING)
            .usually("last_name", ANYTHING)
            .usually("national_id_type", "civil_id");

    private static final Table VENDORS = Table.of("vendors", "vendor_id", "/api/v1/vendors")
            .field("name", text("vendor_name", 200).required())
            .field("type", text("vendor_type", 60))
            .field("registrationNumber", text("commercial_registration", 50))
            .field("taxNumber", text("tax_number", 50))
            .field("address", text("address", 500))
            .field("contacts", Parties.vendorContacts())
            .field("specialities", Parties.specialities())
            .field("emergencyAvailable", flag("emergency_available"));

    private static final Table EXPENSE_CATEGORIES = Table.of(
                    "expense_categories", "category_id", "/api/v1/expense-categories")
            .field("code", text("category_code", 40).required())
            .field("name", text("category_name", 200).required())
            .field("description", text("category_description", 2000))
            .rule(Rules.unique("category_code"));

    private static final Table EXPENSE_TYPES = Table.of("expense_types", "type_id", "/api/v1/expense-types")
            .field("categoryId", reference("category_id", "expense_categories").required())
            .field("code", text("type_code", 40).required())
            .field("name", text("type_name", 200).required())
            .rule(Rules.unique("category_id", "type_code"));

    private static final Table RENTAL_CONTRACTS = Table.of("rental_contracts", "contract_id", "/api/v1/leases")
            .field("unitId", reference("unit_id", "units").required())
            .field("tenantId", reference("tenant_id", "tenants").required())
            .field("coTenantIds", list(reference("second_tenant_id", "tenants")))
            .field("number", text("contract_number", 50).required())
            .field("from", date("start_date").required())
            .field("to", date("end_date").required())
            .field("rent", money("monthly_rent").required())
            .field("deposit", money("deposit_amount"))
            .field("state", Contracts.state())
            .field("termination", Contracts.termination())
            .rule(Rules.inOrder("start_date", "end_date"))
            .rule(Rules.unique("contract_number"))
            .rule(Rules.leasesApart());

    private static final Table EXPENSES = Table.of("expense_transactions", "expense_transaction_id", "/api/v1/{way}")
            .item("/api/v1/expenses/{id}")
            .path("way", Expenses.way())
            .field("propertyId", reference("property_id", "properties").required())
            .field(
                    "categoryId",
                    reference("expense_category_id", "expense_categories").required())
            .field("typeId", reference("expense_type_id", "expense_types"))
            .field("vendorId", reference("vendor_id", "vendors"))
            .field("amount", Expenses.amount())
            .field("tax", unlessZero(money("tax_amount", "currency")))
            .field("date", date("expense_date").required())
            .field("description", Expenses.description())
            .field("decision", Expenses.decision())
            .rule(Rules.typeOfCategory())
            .usually("exchange_rate", "1.000000")
            .usually("discount_amount", "0.00")
            .usually("approval_required", ANYTHING)
            .remark(
                    "what was approved, paid or rejected comes in with that decision, its approver and its day; the rest as"
                            + " drafts. How it was paid stands in the description.");

    /** In the order in which they come in. */
    static final List<Table> ALL = List.of(
            RegisterTables.OWNERS,
            RegisterTables.PROPERTIES,
            RegisterTables.UNITS,
            RegisterTables.OWNERSHIP_PERIODS,
            RegisterTables.VALUATIONS,
            TENANTS,
            VENDORS,
            EXPENSE_CATEGORIES,
            EXPENSE_TYPES,
            RENTAL_CONTRACTS,
            EXPENSES);

    /** What is known and cannot come in, with the reason. */
    static final Map<String, String> SKIPPED = skipped();

    private LegacyTables() {}

    private static Map<String, String> skipped() {
        var reasons = new LinkedHashMap<String, String>();
        reasons.put("invoices", "REMS does not keep invoices yet");
        reasons.put("receipts", "REMS does not keep payments yet");
        reasons.put("rental_transactions", "REMS does not keep payments yet");
        reasons.put("maintenance_orders", "REMS does not keep maintenance yet");
        reasons.put("currencies", "REMS knows the currencies of ISO 4217");
        reasons.put("system_settings", "REMS has settings of its own: see GET /api/v1/settings");
        reasons.put("users", "the operator of REMS makes logins; legacy ones have no password");
        return reasons;
    }
}
