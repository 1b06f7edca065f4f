package dev.handoff.sandbox.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.journal.Interval;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Sequence;
import dev.handoff.sandbox.asking.Inquiry;
import dev.handoff.sandbox.asking.Refused;
import dev.handoff.sandbox.asking.Shown;
import dev.handoff.sandbox.asking.Source;
import dev.handoff.sandbox.asking.Unanswered;
import dev.handoff.vocabulary.PollRecord;
import dev.handoff.vocabulary.SystemSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of a system, and which of their items are effects. */
final class Listings implements Source {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SystemSpec.Poll spec;
    private final Account account;
    private final Courtesy courtesy;
    private final DateClock clock;
    private final Secrets secrets;
    private final Map<String, Listed> byName = new LinkedHashMap<>();

    Listings(SystemSpec.Poll spec, Account account, Courtesy courtesy, DateClock clock, Secrets secrets) {
        this.spec = spec;
        this.account = account;
        this.courtesy = courtesy;
        this.clock = clock;
        this.secrets = secrets;
        Map<PollRecord.Listing, List<String>> grouped = new LinkedHashMap<>();
        spec.records().forEach((effect, record) -> grouped.computeIfAbsent(record.listing(), none -> new ArrayList<>())
                .add(effect));
        grouped.forEach((listing, effects) -> byName.put(
                effects.get(0),
                new Listed(
                        listing, new Inquiry(effects.get(0), listing.request().parameters(), effects))));
    }

    @Override
    public List<Inquiry> inquiries() {
        return byName.values().stream().map(Listed::inquiry).toList();
    }

    @Override
    public String noun() {
        return "item";
    }

    @Override
    public Optional<String> note(Instant since) {
        return courtesy.note(since);
    }

    /** A list that can be asked for with nobody's values, if there is one. */
    Optional<PollRecord.Listing> ofNobody() {
        return byName.values().stream()
                .filter(listed -> listed.inquiry().parameters().isEmpty())
                .map(Listed::listing)
                .findFirst();
    }

    Optional<PollRecord.Listing> any() {
        return byName.values().stream().map(Listed::listing).findFirst();
    }

    Pages pages(PollRecord.Listing listing, Function<String, Optional<Object>> values) {
        return new Pages(account, listing, name -> account.value(name).or(() -> values.apply(name)));
    }

    @Override
    public List<Shown> ask(Inquiry inquiry, List<Object> parameters) throws Unanswered, Refused {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(inquiry.parameters().get(i), parameters.get(i));
        }
        PollRecord.Listing listing = byName.get(inquiry.name()).listing();
        try {
            List<List<JsonNode>> pages = pages(listing, name -> Optional.ofNullable(values.get(name)))
                    .read();
            return shown(inquiry.effects(), listing, pages);
        } catch (Refused refused) {
            throw new Refused(spec.name() + " cannot be asked for the " + String.join(" and ", inquiry.effects()) + ": "
                    + secrets.hide(refused.getMessage()));
        } catch (IllegalArgumentException noAddress) {
            throw new Refused(spec.name() + " cannot be asked for the " + inquiry.name() + ": "
                    + secrets.hide(String.valueOf(noAddress.getMessage())));
        }
    }

    /** Each item once, as it was read last; two of one ID on one page are two that the ID does not tell apart. */
    private List<Shown> shown(List<String> effects, PollRecord.Listing listing, List<List<JsonNode>> pages)
            throws Refused {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (List<JsonNode> page : pages) {
            Map<String, JsonNode> onThisPage = new LinkedHashMap<>();
            for (JsonNode item : page) {
                String id = id(listing, item);
                JsonNode other = onThisPage.putIfAbsent(id, item);
                if (other != null && !other.equals(item)) {
                    throw new Refused("it lists different items of the id " + id
                            + "; what is named by id must tell its items apart");
                }
            }
            byId.putAll(onThisPage);
        }
        List<Shown> shown = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : byId.entrySet()) {
            shown.add(shown(effects, listing, item.getKey(), item.getValue()));
        }
        return shown;
    }

    private static String id(PollRecord.Listing listing, JsonNode item) throws Refused {
        if (listing.id().isEmpty()) {
            return item.toString();
        }
        JsonNode id = JsonPath.find(item, listing.id().get());
        if (!id.isValueNode() || id.isNull() || id.asText().isEmpty()) {
            throw new Refused("an item has no " + listing.id().get());
        }
        return id.asText();
    }

    private Shown shown(List<String> effects, PollRecord.Listing listing, String id, JsonNode item) throws Refused {
        Optional<String> effect = effects.stream()
                .filter(name -> spec.records().get(name).where().entrySet().stream()
                        .allMatch(condition -> fits(item, condition.getKey(), condition.getValue())))
                .findFirst();
        return new Shown(
                effect,
                id,
                secrets.hide(id),
                listing.id().isPresent(),
                hidden(item),
                spec.clock() == SystemSpec.Poll.Clock.OWN ? Optional.empty() : came(listing, item),
                effect.flatMap(name -> spec.records().get(name).sequence())
                        .map(sequence -> sequence(effects, sequence, item))
                        .orElse(null));
    }

    private static boolean fits(JsonNode item, String path, String text) {
        JsonNode value = JsonPath.find(item, path);
        return value.isValueNode() && fits(value.asText(), text);
    }

    /** A star stands for anything. */
    private static boolean fits(String value, String text) {
        if (text.indexOf('*') < 0) {
            return value.equals(text);
        }
        String pattern = Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(value).matches();
    }

    private JsonNode hidden(JsonNode item) {
        String text = item.toString();
        if (!secrets.isIn(text)) {
            return item;
        }
        try {
            return JSON.readTree(secrets.hide(text));
        } catch (JsonProcessingException broken) {
            return JSON.getNodeFactory().textNode(secrets.hide(text));
        }
    }

    private Optional<Interval> came(PollRecord.Listing listing, JsonNode item) throws Refused {
        if (listing.at().isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = JsonPath.find(item, listing.at().get());
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        TheirTime time = TheirTime.of(value)
                .orElseThrow(() -> new Refused("what an item has at "
                        + listing.at().get() + " is no time with an offset, \"" + value.asText() + "\""));
        return clock.ours(time);
    }

    private Sequence sequence(List<String> effects, SystemSpec.Sequence sequence, JsonNode item) {
        JsonNode value = JsonPath.find(item, sequence.by());
        JsonNode per = sequence.per().map(path -> JsonPath.find(item, path)).orElse(null);
        if (!value.isTextual() && !value.isNumber() || per != null && !per.isValueNode()) {
            return null;
        }
        return new Sequence(
                spec.name() + " " + effects.get(0) + " " + sequence.by(),
                sequence.by(),
                per == null ? null : sequence.per().orElseThrow() + "=" + per.asText(),
                value.asText());
    }

    private record Listed(PollRecord.Listing listing, Inquiry inquiry) {}
}
