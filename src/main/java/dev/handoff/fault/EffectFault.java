package dev.handoff.fault;

/** A misbehaviour that takes place the moment an effect of its scenario is captured. */
public interface EffectFault {

    /** Who misbehaves. */
    String system();

    /** As reports call it: {@code delivers every refund completed event twice}. */
    String describe();

    /** Whether it meets every such effect, or the first only. */
    boolean every();
}
