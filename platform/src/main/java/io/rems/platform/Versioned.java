package io.rems.platform;

/** A value as it was stored, with the version that a change must name. */
public record Versioned<T>(T value, long version) {

    /** The next state, still under the version it was decided on. */
    public <R> Versioned<R> with(R next) {
        return new Versioned<>(next, version);
    }

    /** The same after the change is stored. */
    public Versioned<T> saved() {
        return new Versioned<>(value, version + 1);
    }
}
