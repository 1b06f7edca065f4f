package dev.handoff.fault;

/** {@code every … is delivered twice}: the broker delivers each message of a kind once more. */
public record DeliversTwice(String system, String effect) implements EffectFault {

    @Override
    public String describe() {
        return "delivers every " + effect + " twice";
    }

    @Override
    public boolean every() {
        return true;
    }
}
