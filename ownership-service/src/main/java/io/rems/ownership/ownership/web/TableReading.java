package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.NewTable.NewShare;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.platform.Share;
import io.rems.platform.problem.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a table line by line: what can be read, and what is wrong with the rest. */
final class TableReading {

    private final List<NewShare> shares = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<UUID> owners = new HashSet<>();

    static TableReading of(List<ShareRequest> lines) {
        var reading = new TableReading();
        for (int i = 0; i < lines.size(); i++) {
            reading.read("shares[" + i + "]", lines.get(i));
        }
        return reading;
    }

    List<NewShare> shares() {
        return shares;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    private void read(String field, ShareRequest line) {
        var owner = owner(field, line);
        var share = share(field, line);
        if (owner != null && share != null) {
            shares.add(line.held(field, owner, share));
        }
    }

    private @Nullable UUID owner(String field, ShareRequest line) {
        var owner = line.ownerId();
        if (owner == null) {
            return wrong(field + ".ownerId", "REQUIRED", "choose an owner");
        }
        return owners.add(owner)
                ? owner
                : wrong(field + ".ownerId", "DUPLICATE", "stands in the table already: add the shares up");
    }

    private @Nullable Share share(String field, ShareRequest line) {
        if (line.share() == null) {
            return wrong(field + ".share", "REQUIRED", "give a share");
        }
        try {
            return OwnershipPeriod.holdable(Share.parse(line.share()));
        } catch (IllegalArgumentException malformed) {
            return wrong(field + ".share", "MALFORMED", String.valueOf(malformed.getMessage()));
        }
    }

    private <T> @Nullable T wrong(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
        return null;
    }
}
