package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.NewTable;
import io.rems.ownership.ownership.Proposal;
import io.rems.ownership.ownership.ProposeOwnership;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/properties/{property}/ownership")
class ProposalController {

    private final ProposeOwnership proposeOwnership;

    ProposalController(ProposeOwnership proposeOwnership) {
        this.proposeOwnership = proposeOwnership;
    }

    @Operation(summary = "Validate a proposed table or period", description = """
                    Tells, without a trace, whether a table would be taken, or one period (`addition`; with `replaces` as \
                    the correction of another): the problems of its lines and of the whole, and what would be left to \
                    assign on each interval. Shares and owners that cannot be read are problems, not errors.""")
    @PostMapping("/validate")
    @RequiresPermission(Permission.OWNERSHIP_WRITE)
    Mono<ProposalView> validate(@PathVariable UUID property, @Valid @RequestBody ProposalRequest request) {
        var reading = request.reading();
        return proposed(new PropertyId(property), request, new NewTable(request.days(), reading.shares(), "proposed"))
                .map(proposal -> ProposalView.of(reading.problems(), proposal));
    }

    private Mono<Proposal> proposed(PropertyId property, ProposalRequest request, NewTable table) {
        return request.isAddition()
                ? proposeOwnership.addition(property, table, request.replaced())
                : proposeOwnership.table(property, table);
    }
}
