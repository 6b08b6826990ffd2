package io.rems.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Holds the service under test against the one table of permissions: what it does, and what is written about it. */
public final class PermissionTable {
    private static final String NOBODY = "PERMISSION_DENIED";

    private final List<Endpoint> endpoints;
    private final RemsHttp http;
    private final String service;

    PermissionTable(RequestMappingHandlerMapping mapping, RemsHttp http, String service) {
        this.endpoints = Endpoint.of(mapping);
        this.http = http;
        this.service = service;
    }

    /** Sends every route as every role on every level, as a platform administrator and without a token. */
    public void isEnforced() {
        SoftAssertions answers = new SoftAssertions();
        callers().forEach(caller -> {
            WebTestClient client = http.as(caller).client();
            endpoints.forEach(endpoint -> {
                Answer answer = send(client, endpoint);
                String question = "%s as %s %s".formatted(endpoint, caller.role(), caller.level());
                answers.assertThat(answer.lets()).as(question).isEqualTo(endpoint.admits(caller));
                answers.assertThat(answer.status()).as(question).isLessThan(500);
            });
        });
        WebTestClient stranger = http.client();
        endpoints.stream()
                .filter(endpoint -> !endpoint.isOpen())
                .forEach(endpoint -> answers.assertThat(send(stranger, endpoint).status())
                        .as(endpoint + " without a token")
                        .isEqualTo(401));
        answers.assertAll();
    }

    /** Compares the service's part of {@code docs/permissions.md} with its endpoints. */
    public void isTheDocumentedOne() throws IOException {
        assertThat(endpoints).isNotEmpty();
        String rows = endpoints.stream()
                .map(endpoint ->
                        "| %s | `%s` | %s |".formatted(endpoint.method(), endpoint.path(), endpoint.admitted()))
                .distinct()
                .collect(Collectors.joining("\n"));
        new PermissionDocument().has(service, "| | | who |\n|---|---|---|\n" + rows);
    }

    /** One of each kind, all of one firm that has no data: nothing that they send does harm. */
    private static List<Caller> callers() {
        FirmId firm = TestCallers.newFirm();
        Stream<Caller> users = Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(AccessLevel.values()).map(level -> caller(firm, role, level)));
        return Stream.concat(users, Stream.of(TestCallers.platformAdministrator()))
                .toList();
    }

    private static Caller caller(FirmId firm, Role role, AccessLevel level) {
        return TestCallers.user(
                firm,
                role,
                level,
                role == Role.OWNER ? Identifiers.next() : null,
                role == Role.TENANT ? Identifiers.next() : null);
    }

    private static Answer send(WebTestClient client, Endpoint endpoint) {
        String path = endpoint.path().replaceAll("\\{[^}]*}", Identifiers.next().toString());
        WebTestClient.RequestBodySpec request =
                client.method(endpoint.method()).uri(path).header("If-Match", "\"1\"");
        WebTestClient.RequestHeadersSpec<?> ready = endpoint.method() == HttpMethod.GET
                ? request
                : request.header("Content-Type", "application/json").bodyValue(Map.of());
        EntityExchangeResult<byte[]> result = ready.exchange().expectBody().returnResult();
        byte[] body = result.getResponseBody();
        return new Answer(result.getStatus().value(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    private record Answer(int status, String body) {
        boolean lets() {
            return !(status == 403 && body.contains(NOBODY));
        }
    }
}
