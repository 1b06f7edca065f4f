package dev.handoff.contract;

import dev.handoff.journal.Breach;
import dev.handoff.journal.Checked;
import dev.handoff.journal.Message;
import dev.handoff.journal.PayloadCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts of a vocabulary, by effect. */
public final class Contracts implements PayloadCheck {

    private final Map<String, Contract> byEffect;

    public Contracts(Map<String, Contract> byEffect) {
        this.byEffect = Map.copyOf(byEffect);
    }

    @Override
    public Optional<Checked> check(String effect, Message content) {
        return Optional.ofNullable(effect).map(byEffect::get).map(contract -> check(contract, content));
    }

    private static Checked check(Contract contract, Message content) {
        if (content.cutAt() > 0) {
            return Checked.unknown("it was cut at " + content.cutAt() + " bytes");
        }
        try {
            List<Breach> breaches = contract.breaches(content.tree());
            return breaches.isEmpty() ? Checked.KEPT : Checked.broken(breaches);
        } catch (RuntimeException | StackOverflowError failed) {
            return Checked.unknown("the check failed: " + failed.getClass().getSimpleName()
                    + (failed.getMessage() == null ? "" : ", " + failed.getMessage()));
        }
    }
}
