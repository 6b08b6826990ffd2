package io.rems.reporting.statistics;

import io.rems.platform.access.Permission;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.web.ListQuery;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class StatisticsController {
    private final R2dbcStatistics statistics;
    private final R2dbcAcrossFirms acrossFirms;

    StatisticsController(R2dbcStatistics statistics, R2dbcAcrossFirms acrossFirms) {
        this.statistics = statistics;
        this.acrossFirms = acrossFirms;
    }

    @GetMapping("/api/v1/reports/firm-statistics")
    @RequiresPermission(Permission.REPORT_READ)
    Mono<FirmStatistics> ofFirm() {
        return statistics.ofFirm();
    }

    @GetMapping("/api/v1/platform/statistics")
    @PlatformAdministratorOnly
    Mono<PlatformStatistics> ofPlatform(ListQuery query) {
        var after =
                query.cursor() == null ? null : InvalidRequest.unless("cursor", () -> UUID.fromString(query.cursor()));
        return acrossFirms.page(after, query.limit());
    }
}
