package io.rems.approval.expense.domain;

import io.rems.platform.access.Actor;
import java.time.Instant;

/** That an expense does not count any more: who said so, why and when. */
public record Voiding(String reason, Actor by, Instant at) {}
