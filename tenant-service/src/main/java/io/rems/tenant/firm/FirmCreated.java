package io.rems.tenant.firm;

import java.time.ZoneId;

/** {@code rems.firm.FirmCreated.v1}, as far as calendars need it. */
record FirmCreated(ZoneId timeZone) {}
