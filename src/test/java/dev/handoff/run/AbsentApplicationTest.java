package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.sandbox.Rest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An application that is not there is not at rest, whatever everybody else says. */
class AbsentApplicationTest {

    private final Bench bench = new Bench();
    private Optional<String> absence = Optional.of("the application was ended and is not ready again");

    private List<Rest> rests() {
        return new Evidence(
                        Bench.application(Optional.empty(), Optional.empty()),
                        Map.of("payments", bench.payments.provesRest()),
                        new ApplicationEndpoint(""),
                        () -> absence)
                .since(Instant.EPOCH, name -> Optional.empty());
    }

    @Test
    void nothing_is_at_rest_while_it_is_away() {
        assertThat(Evidence.allAtRest(rests())).isFalse();
        assertThat(rests()).extracting(Rest::words).contains("the application was ended and is not ready again");
    }

    @Test
    void it_says_nothing_once_it_is_there() {
        absence = Optional.empty();

        assertThat(rests()).extracting(Rest::words).containsExactly("payments is at rest");
    }

    @Test
    void an_end_while_the_others_are_asked_is_noticed() {
        absence = Optional.empty();
        bench.payments.proves(() -> {
            absence = Optional.of("the application has ended");
            return new Rest(true, "payments is at rest");
        });
        List<Rest> rests = new Evidence(
                        Bench.application(Optional.empty(), Optional.empty()),
                        Map.of("payments", bench.payments),
                        new ApplicationEndpoint(""),
                        () -> absence)
                .since(Instant.EPOCH, name -> Optional.empty());

        assertThat(Evidence.allAtRest(rests)).isFalse();
    }
}
