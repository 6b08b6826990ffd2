package io.rems.local.api;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A person who is signed in, in one of his firms. Safe for use by several threads. */
public final class Session {

    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int CREATED = 201;

    private final Gateway gateway;
    private final Login login;
    private final @Nullable UUID firm;
    private final Consumer<Exchange> listener;

    private Session(Gateway gateway, Login login, @Nullable UUID firm, Consumer<Exchange> listener) {
        this.gateway = gateway;
        this.login = login;
        this.firm = firm;
        this.listener = listener;
    }

    static Session of(Gateway gateway, Login login) {
        return new Session(gateway, login, null, _ -> {});
    }

    /** The same person in a firm; without one, in his primary firm. */
    public Session inFirm(UUID chosen) {
        return new Session(gateway, login, chosen, listener);
    }

    /** The same person; the listener is told of every request. */
    public Session heardBy(Consumer<Exchange> heard) {
        return new Session(gateway, login, firm, heard);
    }

    /** The e-mail address of the login. */
    public String user() {
        return login.email();
    }

    /** Who issued the access token: {@code rems:<environment>:firm}. */
    public String issuer() {
        return login.issuer();
    }

    public Answer get(String path) {
        return send(Call.of("GET", path, null));
    }

    /** Empty where there is nothing, or nothing that this person may see. */
    public Optional<Answer> find(String path) {
        try {
            return Optional.of(get(path));
        } catch (ApiProblem problem) {
            if (problem.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** Carried out once, however often it has to be sent. */
    public Answer post(String path, Object body) {
        return post(Call.of("POST", path, body));
    }

    public Answer post(String path) {
        return post(Call.of("POST", path, null));
    }

    public Answer post(String path, Object body, long version) {
        return post(ifMatch(Call.of("POST", path, body), version));
    }

    /**
     * Creates what has an identifier of the client's choice, unless that exists already.
     *
     * @param item where it can be read
     * @return whether it was created now
     */
    public boolean create(String collection, Object body, String item) {
        try {
            return post(collection, body).status() == CREATED;
        } catch (ApiProblem problem) {
            if (problem.status() == CONFLICT && find(item).isPresent()) {
                return false;
            }
            throw problem;
        }
    }

    public Answer put(String path, Object body) {
        return send(Call.of("PUT", path, body));
    }

    public Answer put(String path, Object body, long version) {
        return send(ifMatch(Call.of("PUT", path, body), version));
    }

    public Answer delete(String path) {
        return send(Call.of("DELETE", path, null));
    }

    public Answer delete(String path, long version) {
        return send(ifMatch(Call.of("DELETE", path, null), version));
    }

    private Answer post(Call call) {
        return send(call.with("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static Call ifMatch(Call call, long version) {
        return call.with("If-Match", "\"" + version + "\"");
    }

    private Answer send(Call call) {
        var inFirm = firm == null ? call : call.with("X-Firm-Id", firm.toString());
        try {
            var answer = sendSigned(inFirm);
            tell(call, answer.status());
            return answer;
        } catch (ApiProblem problem) {
            tell(call, problem.status());
            throw problem;
        }
    }

    private Answer sendSigned(Call call) {
        var token = login.accessToken();
        try {
            return gateway.send(signed(call, token));
        } catch (ApiProblem problem) {
            if (problem.status() != UNAUTHENTICATED) {
                throw problem;
            }
            login.renewUnlessNewerThan(token);
            return gateway.send(signed(call, login.accessToken()));
        }
    }

    private static Call signed(Call call, String token) {
        return call.with("Authorization", "Bearer " + token);
    }

    private void tell(Call call, int status) {
        listener.accept(new Exchange(user(), call.method(), call.path(), status));
    }
}
