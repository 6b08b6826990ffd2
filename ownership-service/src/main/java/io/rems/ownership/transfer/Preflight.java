package io.rems.ownership.transfer;

import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What would become of a transfer.
 *
 * @param possible whether it would be recorded if it were asked for now
 * @param obstacles what stands in the way
 * @param notices what does not, but is worth a word
 */
public record Preflight(boolean possible, List<Remark> obstacles, List<Remark> notices) {

    /** As a refusal says it: a code for programs, a sentence for people, facts for portals. */
    public record Remark(String code, String detail, Map<String, Object> facts) {

        static Remark of(Refusal refusal) {
            return new Remark(refusal.code(), refusal.detail(), refusal.facts());
        }

        static List<Remark> about(List<?> found, String code, String detail) {
            return found.isEmpty()
                    ? List.of()
                    : List.of(new Remark(
                            code, detail.formatted(found.size()), Map.of("count", found.size(), "items", found)));
        }
    }

    static Preflight of(List<Remark> obstacles, List<Remark> notices) {
        return new Preflight(obstacles.isEmpty(), obstacles, notices);
    }
}
