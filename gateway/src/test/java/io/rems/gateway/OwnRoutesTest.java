package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.PublicEndpoint;
import io.rems.platform.access.Role;
import io.rems.platform.test.PermissionTable;
import io.rems.platform.test.PublishedApi;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** What the gateway answers itself: described, documented and guarded like the routes of services. */
class OwnRoutesTest extends GatewayTest {
    @Autowired
    private PublishedApi api;

    @Autowired
    private PermissionTable permissions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    /** A route and whether anybody may call it. */
    private record Route(HttpMethod method, String path, boolean open) {}

    @Test
    void theyAreDescribed() throws IOException {
        api.isTheDocumentedOne();
    }

    @Test
    void theyAreInTheTableOfPermissions() throws IOException {
        permissions.isTheDocumentedOne();
    }

    @Test
    void onlyPlatformAdministratorsAreLetInWhereNotEverybodyIs() {
        var administrator = Identifiers.next();
        FIRM_SERVICE.administersPlatform(administrator);
        FIRM_SERVICE.assignPrimary(user, firm, Role.ADMIN.name());

        assertThat(routes()).isNotEmpty().allSatisfy(route -> {
            isLetIn(send(as(administrator), route));
            if (route.open()) {
                isLetIn(send(http.client(), route));
            } else {
                isProblem(send(http.client(), route), 401, "AUTH_REQUIRED");
                isProblem(send(as(user), route), 403, "PERMISSION_DENIED");
            }
        });
    }

    @Test
    void theirDescriptionIsServedBesideThoseOfTheServices() {
        var listed = http.client().get().uri("/openapi/index.json").exchange();
        listed.expectBody().jsonPath("$[?(@.name == 'gateway')].url").isEqualTo("/openapi/gateway.json");

        http.client()
                .get()
                .uri("/openapi/gateway.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/v1/platform/health'].get.x-permission")
                .isEqualTo("platform administrator");
    }

    private List<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.rems."))
                .flatMap(entry -> entry.getKey().getPatternsCondition().getPatterns().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.asHttpMethod(),
                                        path.getPatternString(),
                                        entry.getValue().hasMethodAnnotation(PublicEndpoint.class)))))
                .toList();
    }

    private static WebTestClient.ResponseSpec send(WebTestClient client, Route route) {
        return client.method(route.method()).uri(route.path()).exchange();
    }

    private static void isLetIn(WebTestClient.ResponseSpec answer) {
        answer.expectStatus().isOk();
    }
}
