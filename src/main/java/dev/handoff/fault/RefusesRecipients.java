package dev.handoff.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** {@code refuses recipients at "example.org"}: a mail to anybody there is refused for good, with 550. */
public record RefusesRecipients(String domain) implements HttpFault {

    private static final int NO_SUCH_MAILBOX = 550;

    /**
     * Checks the domain.
     *
     * @throws IllegalArgumentException when it is none
     */
    public RefusesRecipients {
        if (!domain.matches("[^@\\s]+")) {
            throw new IllegalArgumentException("a mail server refuses recipients at a domain such as \"example.org\","
                    + " not at \"" + domain + "\"");
        }
    }

    @Override
    public String describe() {
        return "refuses recipients at \"" + domain + "\"";
    }

    @Override
    public boolean isForMail() {
        return true;
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        String end = "@" + domain.toLowerCase(Locale.ROOT);
        boolean there = StreamSupport.stream(request.content().tree().path("to").spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(address -> address.toLowerCase(Locale.ROOT).endsWith(end));
        return there ? Optional.of(Treatment.refused(Problem.answer(NO_SUCH_MAILBOX))) : Optional.empty();
    }
}
