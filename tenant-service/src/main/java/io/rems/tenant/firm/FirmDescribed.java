package io.rems.tenant.firm;

import java.time.ZoneId;

/** {@code rems.firm.FirmCreated.v1} and {@code FirmChanged.v1}, as far as calendars need them. */
record FirmDescribed(ZoneId timeZone) {}
