package io.rems.platform.openapi;

import io.rems.platform.Money;
import io.rems.platform.Share;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.RemsIdentity;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Currency;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The service's OpenAPI description, generated from its code. */
@AutoConfiguration
@ConditionalOnClass(OperationCustomizer.class)
public class OpenApiAutoConfiguration {
    private static final String BEARER = "bearer";
    private static final String GATEWAY = "gateway";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Client.class, IfMatch.class, ListQuery.class)
                .replaceWithSchema(Money.class, money())
                .replaceWithSchema(Share.class, share())
                .replaceWithSchema(Currency.class, new StringSchema().example("KWD"));
    }

    @Bean
    OperationCustomizer platformOperations() {
        return new PlatformOperations();
    }

    @Bean
    OperationCustomizer routeDescription(Environment environment) {
        return new RouteDescription(environment);
    }

    /** Lists the tags that operations have. */
    @Bean
    OpenApiCustomizer tags() {
        return api -> api.setTags(api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getTags().stream())
                .distinct()
                .sorted()
                .map(name -> new Tag().name(name))
                .toList());
    }

    @Bean
    OpenAPI api(RemsIdentity identity) {
        return new OpenAPI()
                .info(new Info()
                        .title("REMS " + name(identity))
                        .version("v1")
                        .description(purpose(identity) + " Errors are problems (RFC 9457) with a stable `code`.")
                        .contact(new Contact().name("Whoever operates this REMS"))
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("The gateway")))
                .components(new Components()
                        .addSchemas("Problem", problem())
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")
                                        .description("The access token of sign-in; X-Firm-Id chooses the firm")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static String name(RemsIdentity identity) {
        return isGateway(identity) ? GATEWAY : identity.service() + "-service";
    }

    private static String purpose(RemsIdentity identity) {
        return isGateway(identity)
                ? "What the gateway answers itself, beside what it passes on to the services."
                : "What the portals and integrators ask " + name(identity) + " for, through the gateway.";
    }

    private static boolean isGateway(RemsIdentity identity) {
        return identity.service().equals(GATEWAY);
    }

    private static Schema<?> money() {
        return new ObjectSchema()
                .addProperty("amount", new StringSchema().example("450.000"))
                .addProperty("currency", new StringSchema().example("KWD"));
    }

    private static Schema<?> share() {
        return new ObjectSchema()
                .addProperty("fraction", new StringSchema().example("1/3"))
                .addProperty("percent", new StringSchema().example("33.333333"));
    }

    private static Schema<?> problem() {
        Schema<?> field = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("traceId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field));
    }
}
