package io.rems.local.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The one address under which a REMS is reached. Waits where the API asks to come again later, but not for ever. */
public final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d+)\"");

    private final URI address;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private Gateway(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    public static Gateway at(URI address) {
        return new Gateway(address, PATIENCE);
    }

    /** How long a request is repeated that is told to come again later. */
    public Gateway withPatience(Duration changed) {
        return new Gateway(address, changed);
    }

    public URI address() {
        return address;
    }

    /** @throws ApiProblem with status 401 if e-mail and password do not fit */
    public Session signIn(String email, String password) {
        return Session.of(this, Login.with(this, email, password));
    }

    /**
     * @throws ApiProblem for every answer but 2xx
     * @throws Unreachable if there is no answer
     */
    Answer send(Call call) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var attempt = 1; ; attempt++) {
            var pause = RetryPause.before(attempt);
            try {
                var response = client.send(call.to(address), BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return answer(response);
                }
                pause = RetryPause.asked(response, attempt);
                if (pause == null || isPast(deadline, pause)) {
                    throw ApiProblem.of(response.statusCode(), response.body());
                }
            } catch (ConnectException e) {
                throw new Unreachable(address, e);
            } catch (IOException e) {
                // A POST carries a key, so that it is not done twice; whatever else is sent may be sent again.
                if (isPast(deadline, pause) || attempt >= RetryPause.BROKEN_CONNECTIONS) {
                    throw new Unreachable(address, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            await(pause);
        }
    }

    private static boolean isPast(long deadline, Duration pause) {
        return System.nanoTime() + pause.toNanos() > deadline;
    }

    private static void await(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted", e);
    }

    private static Answer answer(HttpResponse<String> response) {
        JsonNode body = response.body().isBlank()
                ? MissingNode.getInstance()
                : JsonMapper.shared().readTree(response.body());
        return new Answer(response.statusCode(), body, version(response));
    }

    private static @Nullable Long version(HttpResponse<String> response) {
        return response.headers()
                .firstValue("ETag")
                .map(VERSION::matcher)
                .filter(tag -> tag.matches())
                .map(tag -> Long.valueOf(tag.group(1)))
                .orElse(null);
    }
}
