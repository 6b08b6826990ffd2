package io.rems.firm.secondfactor.domain;

import java.time.Duration;

/** How many wrong codes in a row close a second factor, and for how long: six digits could be guessed otherwise. */
public record CodeRules(int mostFailures, Duration closedFor) {}
