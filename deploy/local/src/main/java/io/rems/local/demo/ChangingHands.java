package io.rems.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The chapter in which a share changes hands on a day to come, and back: it leaves everything as it was. */
final class ChangingHands {

    private static final String PROPERTY = "properties/SHQ-03";
    private static final ZoneId ZONE = ZoneId.of("Asia/Kuwait");
    private static final int DAYS_AHEAD = 30;

    private final Stage stage;
    private final Actor accountant;

    ChangingHands(Stage stage, Actor accountant) {
        this.stage = stage;
        this.accountant = accountant;
    }

    void play(Actor buyer, String owner) {
        var day = LocalDate.now(ZONE).plusDays(DAYS_AHEAD);
        var narrator = stage.narrator();
        narrator.chapter("A share changes hands: on its day, exactly, and back again");
        var before = ofTheFirm(day);
        narrator.says(
                "The firm sells an eighth of Sharq Office Tower to %s, from %s on. Does anything stand in the way?"
                        .formatted(buyer.name(), day));
        var sale = sale(day, owner);
        var preflight = accountant.told().post("/api/v1/transfers/preflight", sale);
        Stage.expect(preflight.node("possible").asBoolean(), "it is not possible: " + preflight.node("obstacles"));
        narrator.outcome("Nothing does.");

        var transfer = accountant.told().post("/api/v1/transfers", sale);
        var eve = ofTheFirm(day.minusDays(1));
        var from = ofTheFirm(day);
        Stage.expect(!from.equals(before), "the firm still has " + from);
        narrator.outcome("The firm has %s on the eve, and %s from %s on.".formatted(eve, from, day));

        narrator.says("The contract was void: a counter-transfer takes back just what was given. Both stay on record.");
        accountant
                .told()
                .post(
                        "/api/v1/transfers/" + transfer.id("id") + "/reversal",
                        Map.of("reason", "The contract was void"),
                        1);
        Stage.expect(ofTheFirm(day).equals(before), "the firm has " + ofTheFirm(day) + " again");
        narrator.outcome("The firm has %s again.".formatted(before));
    }

    private Map<String, Object> sale(LocalDate day, String owner) {
        return Map.of(
                "propertyId",
                stage.firm().idOf(PROPERTY),
                "kind",
                "SALE",
                "on",
                day,
                "reason",
                "Contract of sale",
                "from",
                Map.of("type", "FIRM_DEFAULT"),
                "to",
                List.of(Map.of("type", "OWNER", "ownerId", stage.firm().idOf("owners/" + owner), "share", "1/8")));
    }

    private String ofTheFirm(LocalDate day) {
        return accountant
                .aside()
                .get("/api/v1/properties/" + stage.firm().idOf(PROPERTY) + "/ownership?asOf=" + day)
                .node("holders")
                .valueStream()
                .filter(holder -> holder.path("type").asString().equals("FIRM_DEFAULT"))
                .map((JsonNode holder) -> holder.at("/share/fraction").asString())
                .findFirst()
                .orElse("nothing");
    }
}
