package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one entry of {@code actions}. */
final class ActionReader {

    private static final List<String> KEYS =
            Stream.concat(RequestReader.KEYS.stream(), Stream.of("as", "do")).toList();
    private static final Pattern ARTICLE = Pattern.compile("^(the|a|an) +");

    private ActionReader() {}

    static Optional<ActionSpec> read(Value.Named entry) {
        Draft draft = entry.value().draft();
        String written = entry.name();
        Optional<Sentence> sentence = Sentence.read(draft, entry.place(), written);
        sentence.ifPresent(read -> Sentence.requireNew(draft, entry.place(), written, read));
        draft.words().sentences().add(written);
        Value value = new Value(entry.value().node(), entry.place(), "action " + Words.quoted(written), draft);
        Section section = Section.of(value, KEYS);
        Optional<String> as = section.value("as").flatMap(ActionReader::as);
        Scope scope = sentence.map(ActionReader::scope).orElse(Scope.ANYTHING);
        List<ActionSpec.Request> requests = requests(value, section, scope);
        return sentence.map(read -> new ActionSpec(
                written, read.expression(), read.names(), as, requests, read.takesTable(), entry.place()));
    }

    private static Scope scope(Sentence sentence) {
        return sentence.takesTable()
                ? Scope.ANYTHING
                : Scope.scenario(sentence.parameters().stream()
                        .flatMap(parameter -> parameter.placeholders().stream())
                        .toList());
    }

    private static Optional<String> as(Value value) {
        Optional<String> name = value.text()
                .map(text -> ARTICLE.matcher(text.strip()).replaceFirst(""))
                .filter(text -> Names.speakable(value.draft(), value.place(), "an action", text));
        name.ifPresent(text -> value.draft().afterwards(() -> value.draft()
                .words()
                .effectLike(text)
                .ifPresent(effect -> value.problem(
                        Words.quoted(text) + " is both the name of this action and the effect recorded at "
                                + effect.getValue().place() + "; rename one of them"))));
        return name;
    }

    private static List<ActionSpec.Request> requests(Value value, Section section, Scope scope) {
        if (!section.has("do")) {
            if (RequestReader.KINDS.stream().noneMatch(section::has) && value.isMapping()) {
                value.problem(
                        value.what() + " lacks http, submit, click, publish, sql or do; one of them says what is done");
            }
            return List.of(RequestReader.read(section, scope));
        }
        RequestReader.KEYS.stream().filter(section::has).forEach(key -> value.draft()
                .problem(
                        section.placeOf(key),
                        Words.quoted(key) + " stands beside \"do\" in " + value.what()
                                + "; put it into one of the requests of the list"));
        List<ActionSpec.Request> requests = new ArrayList<>();
        Value list = section.value("do").orElseThrow();
        for (Value item : list.items("a list of requests")) {
            Value request = item.called("request " + (requests.size() + 1) + " of " + value.what());
            requests.add(RequestReader.readOneOfSeveral(request, scope));
        }
        if (list.node() instanceof Node.Sequence sequence && sequence.items().isEmpty()) {
            list.mustBe("a list of at least one request");
        }
        return requests;
    }
}
