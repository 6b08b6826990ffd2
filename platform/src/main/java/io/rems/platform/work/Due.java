package io.rems.platform.work;

import io.rems.platform.access.FirmId;
import java.util.UUID;

/** Something of a firm whose time has come. */
public record Due(FirmId firm, UUID id) {}
