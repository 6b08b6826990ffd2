package io.rems.approval;

import static io.rems.approval.Answers.json;
import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * What a delegate may decide is said twice, for one expense in words and for all of them in SQL: whatever delegations there
 * are, what the list of pending approvals offers is what a vote is accepted for, in the stead of the same owners.
 */
@ApprovalServiceTest
class RandomDelegationsTest {

    private static final int WORLDS = 25;
    private static final int OWNERS = 5;
    private static final int DELEGATIONS = 12;

    @Autowired
    TestFirms firms;

    @Autowired
    TestDatabase database;

    TestFirm firm;
    List<UUID> owners;
    List<UUID> properties;
    List<UUID> categories;
    List<UUID> expenses;
    List<Caller> logins;

    /** One owner has no login and never votes, so that under unanimity no vote of the others ends anything. */
    @BeforeEach
    void openFirmOfFiveOwners() {
        firm = firms.open();
        firm.set("approval.rule", "UNANIMOUS");
        owners = IntStream.range(0, OWNERS).mapToObj(_ -> newOwner()).toList();
        var silent = part(newOwner(), "1/2");
        properties = List.of(
                firm.property(Stream.concat(Stream.of(silent), owners.stream().map(owner -> part(owner, "1/10")))
                        .toArray(TestFirm.Part[]::new)),
                firm.property(silent, part(owners.get(0), "1/6"), part(owners.get(1), "1/3")));
        var below = firm.add(
                "/api/v1/expense-categories", Map.of("code", "LIFT", "name", "Lifts", "parentId", firm.category()));
        var beside = firm.add("/api/v1/expense-categories", Map.of("code", "LEGAL", "name", "Legal"));
        categories = List.of(firm.category(), below, beside);
        expenses = List.of(
                firm.submit(properties.get(0), "2000.000", Map.of("categoryId", below)),
                firm.submit(properties.get(0), "6000.000", Map.of("categoryId", firm.category())),
                firm.submit(properties.get(0), "2500.000", Map.of("categoryId", beside)),
                firm.submit(properties.get(1), "2500.000", Map.of("categoryId", below)));
        logins = Stream.concat(
                        owners.stream().map(owner -> firm.login(Role.OWNER, owner)),
                        Stream.of(firm.login(Role.MANAGER, null), firm.login(Role.ACCOUNTANT, null)))
                .toList();
    }

    @Test
    void theListOffersWhatAVoteIsAcceptedForInTheSteadOfTheSameOwners() throws Exception {
        var inStead = 0;
        var passedOn = 0;
        for (var seed = 0; seed < WORLDS; seed++) {
            arrange(new Random(seed));
            for (var login : logins) {
                var offered = offered(login);
                for (var expense : expenses) {
                    var vote = firm.approve(firm.as(login), expense)
                            .expectBody(JsonNode.class)
                            .returnResult();
                    var answer = requireNonNull(vote.getResponseBody());
                    var accepted = vote.getStatus() == HttpStatus.OK;
                    var delegated = accepted ? delegated(answer) : Map.<String, Integer>of();

                    assertThat(accepted)
                            .as("seed %s, %s, %s: %s", seed, login, expense, answer)
                            .isEqualTo(offered.containsKey(expense));
                    assertThat(delegated.keySet())
                            .as("seed %s, %s, %s", seed, login, expense)
                            .isEqualTo(offered.getOrDefault(expense, Set.of()));
                    inStead += delegated.size();
                    passedOn += (int) delegated.values().stream()
                            .filter(length -> length > 1)
                            .count();
                    if (accepted) {
                        run("UPDATE approval_seat SET verdict = NULL, voted_by = NULL, voted_at = NULL, comment = NULL,"
                                + " delegations = NULL, awaited = votes");
                    }
                }
            }
        }

        assertThat(inStead).as("votes in somebody's stead").isGreaterThan(100);
        assertThat(passedOn).as("of those, passed on").isGreaterThan(10);
    }

    private Map<UUID, Set<String>> offered(Caller login) {
        return json(firm.as(login).get("/api/v1/approvals/pending")).at("/items").values().stream()
                .collect(Collectors.toMap(
                        item -> UUID.fromString(item.at("/expenseId").asString()),
                        item -> item.at("/onBehalfOf").values().stream()
                                .map(JsonNode::asString)
                                .collect(Collectors.toSet())));
    }

    /** The owners with the number of delegations that led from them to the voter. */
    private static Map<String, Integer> delegated(JsonNode answer) {
        var found = new HashMap<String, Integer>();
        answer.at("/delegated")
                .values()
                .forEach(vote -> found.put(
                        vote.at("/onBehalfOf").asString(),
                        vote.at("/delegationIds").size()));
        return found;
    }

    private void arrange(Random random) throws SQLException {
        var statements = new ArrayList<String>();
        statements.add("DELETE FROM delegation");
        IntStream.range(0, DELEGATIONS).forEach(_ -> statements.add(delegation(random)));
        statements.add("INSERT INTO policy_value (firm_id, key, value, version) VALUES ('" + firm.id()
                + "', 'approval.delegationChains', '" + (random.nextInt(4) > 0) + "', 1)"
                + " ON CONFLICT (firm_id, key) DO UPDATE SET value = excluded.value");
        for (var login : logins) {
            statements.add("UPDATE portal_user SET status = '" + (rarely(random) ? "SUSPENDED" : "ACTIVE")
                    + "' WHERE user_id = '" + login.userId() + "'");
            statements.add("INSERT INTO known_user (user_id, disabled) VALUES ('" + login.userId() + "', "
                    + rarely(random) + ") ON CONFLICT (user_id) DO UPDATE SET disabled = excluded.disabled");
        }
        for (var expense : expenses) {
            var earlier = rarely(random) ? "ARRAY['" + one(random, logins).userId() + "'::uuid]" : "'{}'";
            statements.add("UPDATE expense SET earlier_submitters = " + earlier + " WHERE id = '" + expense + "'");
            statements.add("UPDATE approval_request SET self_approval = " + rarely(random) + " WHERE expense_id = '"
                    + expense + "'");
        }
        for (var owner : owners) {
            var to = rarely(random) ? "current_date - 30" : "NULL";
            statements.add("UPDATE ownership_period SET valid_to = " + to + " WHERE owner_id = '" + owner + "'");
        }
        run(statements.toArray(String[]::new));
    }

    /** As none could be granted, too: with cycles, and by whomever. */
    private String delegation(Random random) {
        var limited = random.nextInt(3) == 0;
        var ended = rarely(random);
        var from = random.nextInt(12) - 10;
        return "INSERT INTO delegation (firm_id, id, owner_id, delegate_id, from_day, until_day, most_minor, currency,"
                + " properties, categories, granted_by, granted_at, ended_because, ended_at, ended_by) VALUES ('"
                + firm.id() + "', '" + UUID.randomUUID() + "', '" + one(random, owners) + "', '"
                + one(random, logins).userId() + "', current_date + " + from + ", "
                + (random.nextBoolean() ? "NULL" : "current_date + " + (from + 1 + random.nextInt(30))) + ", "
                + (limited ? 1_000_000L * (random.nextInt(15) + 1) : "NULL") + ", "
                + (limited ? (rarely(random) ? "'USD'" : "'KWD'") : "NULL") + ", "
                + some(random, properties) + ", " + some(random, categories) + ", '"
                + one(random, logins).userId() + "', now() - interval '" + random.nextInt(1000) + " minutes', "
                + (ended ? "'REVOKED', now(), '" + one(random, logins).userId() + "'" : "NULL, NULL, NULL") + ")";
    }

    private static String some(Random random, List<UUID> of) {
        return random.nextInt(3) > 0 ? "NULL" : "ARRAY['" + one(random, of) + "'::uuid]";
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static boolean rarely(Random random) {
        return random.nextInt(10) == 0;
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.asApp(firm.id());
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.addBatch(text);
            }
            statement.executeBatch();
        }
    }
}
