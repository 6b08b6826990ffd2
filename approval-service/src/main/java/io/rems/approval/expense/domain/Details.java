package io.rems.approval.expense.domain;

import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an expense is for and what it costs; {@code amount} includes the tax. */
public record Details(
        PropertyId property,
        @Nullable UUID unit,
        UUID category,
        @Nullable UUID type,
        @Nullable UUID vendor,
        Money amount,
        @Nullable Money tax,
        LocalDate date,
        String description,
        Priority priority) {

    public Details {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Not an amount to spend: " + amount);
        }
        if (tax != null && (tax.isNegative() || tax.compareTo(amount) > 0)) {
            throw new IllegalArgumentException("Not a tax on " + amount + ": " + tax);
        }
    }

    /** The same on another day. */
    public Details on(LocalDate day) {
        return new Details(property, unit, category, type, vendor, amount, tax, day, description, priority);
    }

    private static final Set<String> DECISIVE = Set.of("propertyId", "vendorId", "amount", "date");

    /** The fields that others have differently, by their public names. */
    public Set<String> differing(Details other) {
        var fields = new TreeSet<String>();
        note(fields, "propertyId", property, other.property);
        note(fields, "unitId", unit, other.unit);
        note(fields, "categoryId", category, other.category);
        note(fields, "typeId", type, other.type);
        note(fields, "vendorId", vendor, other.vendor);
        note(fields, "amount", amount, other.amount);
        note(fields, "tax", tax, other.tax);
        note(fields, "date", date, other.date);
        note(fields, "description", description, other.description);
        note(fields, "priority", priority, other.priority);
        return fields;
    }

    /** Those of the fields on which a decision rests: who holds what, on which day, and who gets how much. */
    static Set<String> decisive(Set<String> fields) {
        var found = new TreeSet<>(fields);
        found.retainAll(DECISIVE);
        return found;
    }

    private static void note(Set<String> fields, String name, @Nullable Object ours, @Nullable Object theirs) {
        if (!Objects.equals(ours, theirs)) {
            fields.add(name);
        }
    }
}
