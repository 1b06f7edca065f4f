package dev.handoff.fault;

/**
 * {@code the application is killed as soon as … is created}: a crash after the system has taken the effect, and before
 * the application knows.
 *
 * @param system the application's name
 */
public record IsKilled(String system, String effect) implements EffectFault {

    @Override
    public String describe() {
        return "is killed at the first " + effect;
    }

    @Override
    public boolean every() {
        return false;
    }
}
