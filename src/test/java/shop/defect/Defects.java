package shop.defect;

import java.util.Set;

/** The defects that this Shop was started with: usually none. */
public final class Defects {

    private final Set<Defect> active;

    private Defects(Set<Defect> active) {
        this.active = active;
    }

    public static Defects of(Set<Defect> active) {
        return new Defects(Set.copyOf(active));
    }

    public boolean has(Defect defect) {
        return active.contains(defect);
    }
}
