package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;

/** Reads {@code application.start}. */
final class StartReader {

    private static final String CLASS_NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*";

    private StartReader() {}

    static Application.Start read(Value value) {
        Section section = Section.of(value, List.of("main", "command", "args", "environment", "within"));
        if (section.has("main") && section.has("command")) {
            value.draft()
                    .problem(section.placeOf("command"), value.what() + " has both main and command; one is allowed");
        } else if (!section.has("main") && !section.has("command") && value.isMapping()) {
            value.problem(value.what() + " lacks main or command; one of them says what is started");
        }
        return new Application.Start(
                section.value("main").flatMap(StartReader::main),
                command(section),
                section.template("args", Scope.ADDRESSES).orElse(Template.of("")),
                section.templates("environment", Scope.ADDRESSES, Names::variable),
                section.value("within").flatMap(Durations::readPositive).orElse(Application.Start.WITHIN));
    }

    private static Optional<String> main(Value value) {
        Optional<String> name = value.text();
        return name.isPresent() && !name.get().matches(CLASS_NAME)
                ? value.mustBe("the name of a class, as in shop.Shop")
                : name;
    }

    private static List<Template> command(Section section) {
        List<Template> command = section.list(
                "command", "a list: the program and its arguments", item -> item.template(Scope.ADDRESSES));
        section.value("command")
                .filter(value -> value.node() instanceof Node.Sequence list
                        && list.items().isEmpty())
                .ifPresent(value -> value.problem(value.what() + " is empty; the program is missing"));
        return command;
    }
}
