package io.rems.approval.expense.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.expense.References;
import io.rems.approval.expense.domain.Details;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcReferences implements References {

    /** A category is offered if it and all above it are active. What is not there is the foreign keys' to refuse. */
    private static final String OFFERED = """
            WITH RECURSIVE above AS (
                SELECT parent_id, active FROM expense_category WHERE firm_id = :firm AND id = :category
                UNION ALL
                SELECT c.parent_id, c.active
                  FROM above JOIN expense_category c ON c.firm_id = :firm AND c.id = above.parent_id)
            SELECT coalesce((SELECT bool_and(active) FROM above), true) AS category,
                   coalesce((SELECT active FROM expense_type WHERE firm_id = :firm AND id = :type), true) AS type,
                   coalesce((SELECT status = 'ACTIVE' FROM vendor WHERE firm_id = :firm AND id = :vendor), true) AS vendor,
                   NOT EXISTS (SELECT FROM property WHERE firm_id = :firm AND id = :property AND archived) AS property,
                   NOT EXISTS (SELECT FROM unit WHERE firm_id = :firm AND id = :unit AND archived) AS unit""";

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM expense_category WHERE firm_id = :firm AND id = :category) AS category,
                   CAST(:type AS uuid) IS NULL OR EXISTS (
                       SELECT FROM expense_type WHERE firm_id = :firm AND category_id = :category AND id = :type) AS type,
                   CAST(:vendor AS uuid) IS NULL OR EXISTS (
                       SELECT FROM vendor WHERE firm_id = :firm AND id = :vendor) AS vendor""";

    private final FirmSql database;

    R2dbcReferences(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<List<FieldProblem>> problems(Details details) {
        return bound(OFFERED, details)
                .bind("property", details.property().value())
                .bindNullable("unit", details.unit(), UUID.class)
                .one(R2dbcReferences::problems);
    }

    @Override
    public Mono<List<FieldProblem>> unknown(Details details) {
        return bound(KNOWN, details)
                .one(row -> Stream.of("category", "type", "vendor")
                        .filter(reference -> !isOffered(row, reference))
                        .map(reference -> new FieldProblem(reference + "Id", "UNKNOWN", "is not one of this firm"))
                        .toList());
    }

    private FirmSql.Statement bound(String statement, Details details) {
        return database.sql(statement)
                .bind("category", details.category())
                .bindNullable("type", details.type(), UUID.class)
                .bindNullable("vendor", details.vendor(), UUID.class);
    }

    private static List<FieldProblem> problems(Row row) {
        var problems = new ArrayList<FieldProblem>();
        if (!isOffered(row, "category")) {
            problems.add(new FieldProblem("categoryId", "INACTIVE", "is not offered for further expenses"));
        }
        if (!isOffered(row, "type")) {
            problems.add(new FieldProblem("typeId", "INACTIVE", "is not offered for further expenses"));
        }
        if (!isOffered(row, "vendor")) {
            problems.add(new FieldProblem("vendorId", "BLOCKED", "is blocked"));
        }
        if (!isOffered(row, "property")) {
            problems.add(new FieldProblem("propertyId", "ARCHIVED", "is archived: nothing is spent on it any more"));
        }
        if (!isOffered(row, "unit")) {
            problems.add(new FieldProblem("unitId", "ARCHIVED", "is archived: nothing is spent on it any more"));
        }
        return problems;
    }

    private static boolean isOffered(Row row, String reference) {
        return Boolean.TRUE.equals(row.get(reference, Boolean.class));
    }
}
