package dev.handoff.vocabulary;

import dev.handoff.contract.Contract;
import dev.handoff.contract.NotASchema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the contract of an effect: the path of a schema, or that and who makes and who reads the payloads. */
final class ContractReader {

    static final List<String> KEYS = List.of("schema", "producer", "consumers");
    private static final long MOST_BYTES = 1_000_000;
    private static final String PATH = "the path of a JSON Schema, relative to where the vocabulary lies";

    private ContractReader() {}

    /** Notes the contract of an effect. */
    static void read(Value value, String effect, List<String> consumers) {
        if (!value.isMapping()) {
            value.text(PATH)
                    .flatMap(path -> contract(value, path))
                    .map(read -> new ContractSpec(effect, read.file(), read.contract(), Optional.empty(), consumers))
                    .ifPresent(spec -> note(value, spec));
            return;
        }
        Section section = Section.of(value, KEYS);
        Optional<Read> read = section.required("schema", "it is " + PATH)
                .flatMap(schema -> schema.text(PATH).flatMap(path -> contract(schema, path)));
        Optional<String> producer = section.text("producer");
        List<String> named = section.list("consumers", "a list of those who read the payloads", Value::text);
        read.map(one -> new ContractSpec(
                        effect, one.file(), one.contract(), producer, section.has("consumers") ? named : consumers))
                .ifPresent(spec -> note(value, spec));
    }

    private static void note(Value value, ContractSpec spec) {
        value.draft()
                .words()
                .contract(spec, value.place())
                .ifPresent(first -> value.problem("the effect " + Words.quoted(spec.effect())
                        + " has another contract at " + first
                        + "; an effect has one contract, so one of the two must be named otherwise"));
    }

    private static Optional<Read> contract(Value value, String text) {
        Path file;
        try {
            file = value.draft().beside(value.place()).resolve(text);
        } catch (InvalidPathException unusable) {
            return value.mustBe(PATH);
        }
        String name = SourceFiles.name(file);
        String reason;
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                reason = "it is longer than " + MOST_BYTES + " bytes";
            } else {
                return Optional.of(new Read(name, Contract.of(Files.readString(file))));
            }
        } catch (NotASchema invalid) {
            reason = invalid.getMessage();
        } catch (CharacterCodingException notUtf8) {
            reason = "it is not UTF-8";
        } catch (IOException unreadable) {
            reason = Files.isDirectory(file)
                    ? "it is a folder"
                    : Files.exists(file) ? "it cannot be read" : "there is no such file";
        }
        value.problem("the contract " + name + " cannot be used: " + reason);
        return Optional.empty();
    }

    private record Read(String file, Contract contract) {}
}
