package io.rems.approval.businesstime;

import io.rems.approval.businesstime.domain.Days;
import java.util.UUID;

/** Days on which the firm does not work, whatever day of the week they fall on. */
record Holiday(UUID id, String name, Days days) {}
