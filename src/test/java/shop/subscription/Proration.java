package shop.subscription;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import shop.defect.Defects;

/** What a better plan costs for the rest of the month. */
final class Proration {

    private final Defects defects;

    Proration(Defects defects) {
        this.defects = defects;
    }

    /** In minor units, rounded to the nearest. */
    long of(Plan from, Plan to, Instant begun, Instant now) {
        RoundingMode rounding =
                defects.has(UpgradeDefect.PRORATION_ROUNDED_DOWN) ? RoundingMode.DOWN : RoundingMode.HALF_UP;
        return BigDecimal.valueOf(to.price() - from.price())
                .multiply(BigDecimal.valueOf(Period.daysLeft(begun, now)))
                .divide(BigDecimal.valueOf(Period.DAYS), rounding)
                .longValueExact();
    }
}
