package io.rems.firm.account;

import io.rems.firm.assignment.FirmsLeftAlone.Alone;
import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Nobody could run these firms any more: the operator hears of it first, and may insist. */
record LeavesFirmsAlone(List<Alone> firms) implements Refusal {
    @Override
    public String code() {
        return AccountRefusal.LAST_ADMINISTRATOR.code();
    }

    @Override
    public String detail() {
        return "Nobody else administers " + firms.stream().map(Alone::name).collect(Collectors.joining(", "))
                + ". Appoint somebody there first, or say force with a reason.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("firms", firms);
    }
}
