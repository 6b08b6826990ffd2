package io.rems.firm.onboarding;

import io.rems.platform.access.FirmId;
import java.util.UUID;

/**
 * What came of an onboarding.
 *
 * @param assignment of the first administrator
 * @param version of the firm after it
 */
record Onboarding(FirmId firm, UUID assignment, long version) {}
