package io.rems.ownership.transfer.web;

import io.rems.ownership.ownership.web.Days;
import io.rems.ownership.transfer.ChangeTransfer;
import io.rems.ownership.transfer.Preflight;
import io.rems.ownership.transfer.PreflightTransfer;
import io.rems.ownership.transfer.ReadTransfers;
import io.rems.ownership.transfer.ReverseTransfer;
import io.rems.ownership.transfer.TransferOwnership;
import io.rems.ownership.transfer.TransferState;
import io.rems.ownership.transfer.TransferView;
import io.rems.ownership.transfer.TransferViews.Filter;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.Versioned;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/transfers")
class TransferController {

    private final TransferOwnership transferOwnership;
    private final PreflightTransfer preflightTransfer;
    private final ChangeTransfer changeTransfer;
    private final ReverseTransfer reverseTransfer;
    private final ReadTransfers readTransfers;

    TransferController(
            TransferOwnership transferOwnership,
            PreflightTransfer preflightTransfer,
            ChangeTransfer changeTransfer,
            ReverseTransfer reverseTransfer,
            ReadTransfers readTransfers) {
        this.transferOwnership = transferOwnership;
        this.preflightTransfer = preflightTransfer;
        this.changeTransfer = changeTransfer;
        this.reverseTransfer = reverseTransfer;
        this.readTransfers = readTransfers;
    }

    @Operation(summary = "Transfer shares", description = """
                    From one holder, an owner or the firm, to one or several: shares of the whole property, such as `1/3`, \
                    `8/24` or `33.333333%`. `share` is what is given, if it shall be compared with what is received. \
                    From the day `on` the periods of the giver are cut, the oldest first; without `until` he must hold it \
                    on that and every later day. With `schedule` it is recorded on its day, a day to come, once. \
                    409 `TRANSFER_EXCEEDS_HOLDING` with the days, `SHARES_DIFFER`, `TRANSFER_TO_GIVER`, `SHARE_TOO_FINE`, \
                    `PRIMARY_CONTACT_TAKEN`, `TRANSFER_DAY_PAST`; 422 where an owner is unknown.""")
    @PostMapping
    @RequiresPermission(Permission.TRANSFER_WRITE)
    Mono<ResponseEntity<TransferView>> transfer(@Valid @RequestBody TransferRequest request) {
        var asked = request.transfer();
        var begun = request.later() ? transferOwnership.schedule(asked) : transferOwnership.transfer(asked);
        return begun.flatMap(this::created);
    }

    @Operation(summary = "Look what stands in the way of a transfer", description = """
                    The same body as for a transfer, and no trace. `obstacles` are what it would be refused for, as refusals \
                    say it; `notices` are not in the way: `FUTURE_PERIODS` of the giver, `OPEN_TRANSFERS`, \
                    `PENDING_APPROVALS` and `LEASES` of the property, each with `count` and `items`. 422 where an owner \
                    is unknown.""")
    @PostMapping("/preflight")
    @RequiresPermission(Permission.TRANSFER_WRITE)
    Mono<Preflight> preflight(@Valid @RequestBody TransferRequest request) {
        return preflightTransfer.look(request.transfer());
    }

    @Operation(summary = "Cancel a transfer", description = """
                    One that is scheduled or could not take effect. 409 `ALREADY_EXECUTED`, `ALREADY_CANCELLED`, \
                    `ALREADY_REVERSED`.""")
    @PostMapping("/{id}/cancellation")
    @RequiresPermission(Permission.TRANSFER_WRITE)
    Mono<ResponseEntity<TransferView>> cancel(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody CancellationRequest request) {
        return changeTransfer
                .cancel(new TransferId(id), ifMatch.version(), request.reason())
                .flatMap(this::changed);
    }

    @Operation(summary = "Move a transfer to another day", description = """
                    One that is scheduled or could not take effect; to a day to come, before the end of what is given. \
                    409 `TRANSFER_DAY_PAST`, `TRANSFER_ENDS_BEFORE`, `ALREADY_EXECUTED`, `ALREADY_CANCELLED`, \
                    `ALREADY_REVERSED`.""")
    @PostMapping("/{id}/schedule")
    @RequiresPermission(Permission.TRANSFER_WRITE)
    Mono<ResponseEntity<TransferView>> reschedule(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody ScheduleRequest request) {
        return changeTransfer
                .reschedule(new TransferId(id), ifMatch.version(), Days.known("on", request.on()))
                .flatMap(this::changed);
    }

    @Operation(summary = "Reverse a transfer", description = """
                    By a counter-transfer, which is answered; both name each other. From the day `on`, or from the \
                    transfer's own day, those who received hand back, and the giver has it again on his old terms. \
                    409 `TRANSFER_NOT_REVERSIBLE` with who no longer holds it and on which days, \
                    `REVERSAL_OUT_OF_TIME`, `TRANSFER_NOT_EXECUTED`, `ALREADY_REVERSED`.""")
    @PostMapping("/{id}/reversal")
    @RequiresPermission(Permission.TRANSFER_WRITE)
    Mono<ResponseEntity<TransferView>> reverse(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody ReversalRequest request) {
        return reverseTransfer
                .reverse(new TransferId(id), ifMatch.version(), request.asked())
                .flatMap(this::created);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.TRANSFER_READ)
    Mono<ResponseEntity<TransferView>> transfer(@PathVariable UUID id) {
        return readTransfers
                .transfer(new TransferId(id))
                .map(transfer -> Responses.withVersion(transfer.version(), transfer));
    }

    @Operation(summary = "List transfers", description = """
                    The newest day first. `ownerId` finds those in which he gives or receives. An owner finds those in \
                    which he gives, and those in which he receives from the day on which he does.""")
    @GetMapping
    @RequiresPermission(Permission.TRANSFER_READ)
    Mono<Page<TransferView>> transfers(
            ListQuery query,
            @RequestParam(required = false) @Nullable UUID propertyId,
            @RequestParam(required = false) @Nullable UUID ownerId,
            @RequestParam(required = false) @Nullable UUID inheritanceId,
            @RequestParam(required = false) @Nullable TransferState state) {
        return readTransfers.transfers(query, new Filter(propertyId, ownerId, inheritanceId, state));
    }

    private Mono<ResponseEntity<TransferView>> created(Versioned<Transfer> transfer) {
        var id = transfer.value().deed().id();
        return readTransfers
                .transfer(id)
                .map(view -> Responses.created("/api/v1/transfers/" + id.value(), view.version(), view));
    }

    private Mono<ResponseEntity<TransferView>> changed(Versioned<Transfer> transfer) {
        return transfer(transfer.value().deed().id().value());
    }
}
