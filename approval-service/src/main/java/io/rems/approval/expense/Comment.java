package io.rems.approval.expense;

import io.rems.approval.decision.domain.Remark;
import java.util.UUID;

/** What somebody wrote under an expense. */
public record Comment(UUID id, Remark remark) {}
