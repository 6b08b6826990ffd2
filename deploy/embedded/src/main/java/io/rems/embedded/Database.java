package io.rems.embedded;

/**
 * A database of one service with its three roles: {@code <name>_owner} owns it and runs the migrations,
 * {@code <name>_app} and {@code <name>_worker} may only connect until a migration grants them more.
 */
public record Database(
        String host, int port, String name, String ownerPassword, String appPassword, String workerPassword) {

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public String owner() {
        return name + "_owner";
    }

    public String app() {
        return name + "_app";
    }

    public String worker() {
        return name + "_worker";
    }
}
