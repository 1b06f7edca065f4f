package dev.handoff.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.action.ActionFailed;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;

/** The first link of one of the mails that were found, as it was mailed. */
final class FoundLink {

    private FoundLink() {}

    /**
     * Where it leads.
     *
     * @throws ActionFailed when the mail has none, or none with a token that could be changed
     */
    static String address(Journal journal, Judgement found, MailedLink link) {
        long index = found.judged().verdict().decidedBy().get(link.mail() - 1);
        String mailed = journal.unmasked(index)
                .or(() -> found.snapshot().effects().stream()
                        .map(Attributed::captured)
                        .filter(captured -> captured.index() == index)
                        .map(Captured::content)
                        .findFirst())
                .map(content -> content.tree().path("links").path(0))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseThrow(() -> new ActionFailed("#" + index + " holds no link that could be followed"));
        return link.changed()
                ? ForgedLink.of(mailed)
                        .orElseThrow(() ->
                                new ActionFailed("the link in #" + index + " holds no token that could be changed"))
                : mailed;
    }
}
