package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollSystemReaderTest {

    @TempDir
    Path folder;

    @Test
    void the_shortest_block_is_a_request_and_where_the_list_is() throws IOException {
        SystemSpec.Poll crm =
                read("{ records: { lead: { request: 'GET http://crm.test/leads?email=${email}', items: $.items } } }");
        PollRecord lead = crm.records().get("lead");
        assertThat(crm.every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(crm.limit()).isEqualTo(new PollLimit(List.of(429), Map.of(), Duration.ofSeconds(1), Duration.ZERO));
        assertThat(lead.listing().request().parameters()).containsExactly("email");
        assertThat(lead.listing().paging()).isEmpty();
        assertThat(crm.asksTheApplication()).isFalse();
    }

    @Test
    void what_the_system_says_holds_for_records_that_say_nothing_else() throws IOException {
        SystemSpec.Poll crm = read("""
                { url: "http://crm.test", request: GET /leads, query: { limit: 10 }, items: $.items, id: $.id, at: $.at, nothing: 404,
                  paging: { next: $.next },
                  records: {
                    lead: { query: { email: "${email}" } },
                    deal: { request: GET /deals, items: $.deals, id: $.key, nothing: [404, 410], paging: none } } }
                """);
        PollRecord.Listing lead = crm.records().get("lead").listing();
        PollRecord.Listing deal = crm.records().get("deal").listing();
        assertThat(lead.request().query().keySet()).containsExactly("limit", "email");
        assertThat(lead.nothing()).containsExactly(404);
        assertThat(lead.paging()).isPresent();
        assertThat(deal.request().query()).isEmpty();
        assertThat(deal.items()).isEqualTo("$.deals");
        assertThat(deal.id()).contains("$.key");
        assertThat(deal.at()).contains("$.at");
        assertThat(deal.nothing()).containsExactlyInAnyOrder(404, 410);
        assertThat(deal.paging()).isEmpty();
    }

    @Test
    void what_is_asked_by_is_known_to_the_whole_vocabulary() throws IOException {
        Vocabulary vocabulary = vocabulary(
                "{ url: 'http://crm.test', items: $.items, records: { lead: { request: POST /search, body: { by: ['${email}'] } } } }");
        assertThat(vocabulary.askedBy()).containsExactly("email");
        assertThat(vocabulary.askedBy("lead")).containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ records: { lead: { items: $.x } } } | lead in records in system crm lacks the key \"request\"; it is a method and an address whose answer lists the items, as in GET /leads",
                "{ records: { lead: { request: 'GET http://x/y' } } } | lead in records in system crm lacks the key \"items\"; it is where the list is in the answer: a JSON path such as $.items; or say item",
                "{ records: { lead: { request: GET /y, items: $ } } } | request in lead in records in system crm is a path, and the system has no \"url\" that it could be relative to",
                "{ url: 'http://x', records: { lead: { request: DELETE /y, items: $ } } } | a system is asked with GET, or with POST where its search wants that, found DELETE in request in lead in records in system crm",
                "{ url: 'http://x', records: { lead: { request: 'GET /y?x=${fresh.uuid}', items: $ } } } | request in lead in records in system crm cannot have ${fresh.uuid}: it would be another question each time; ${unique.uuid} is the scenario's own",
                "{ url: 'http://x', records: { lead: { request: 'GET /y?x=${emial}', items: $ } } } | unknown placeholder ${emial} in request in lead in records in system crm",
                "{ url: 'http://x', records: { lead: { request: GET /y, body: {}, items: $ } } } | lead in records in system crm has a body, and is asked with GET; ask with POST, or use query",
                "{ url: 'http://x', records: { lead: { request: GET /y, items: $, item: $ } } } | item in lead in records in system crm stands beside items; one is allowed",
                "{ url: 'http://x', items: $, records: { lead: { request: GET /y }, deal: { request: GET /y } } } | nothing is ever recorded as \"deal\": each listed item that fits it fits \"lead\" at",
                "{ url: 'http://x', paging: { next: $.n, page: p } } | paging in system crm must have one of next, cursor, page and offset, found next and page",
                "{ url: 'http://x', paging: { most: 3 } } | paging in system crm must have one of next, cursor, page and offset, found none",
                "{ url: 'http://x', paging: { cursor: $.c } } | paging in system crm lacks the key \"as\"; it is the parameter that the next page is asked with, or its JSON path in the body",
                "{ url: 'http://x', paging: { next: Link } } | next in paging in system crm must be a JSON path of the next page's address, such as $.next, or header Link, found \"Link\"",
                "{ url: 'http://x', pagign: { next: $.n } } | unknown key \"pagign\" in system crm; did you mean \"paging\"?",
                "{ url: 'ftp://x' } | url in system crm must be an address that begins with http:// or https://, found \"ftp://x\"",
                "{ url: 'http://x', headers: { A: '${key}' } } | system crm lacks the key \"key\"; it is an API key of the account, from the environment",
                "{ url: 'http://x', headers: { A: '${token}' } } | system crm lacks the key \"token\"; it is a block that says how a token is had",
                "{ url: 'http://x', key: k, user: u } | system crm has more than one of key, user and token; say in headers what Authorization is sent",
                "{ url: 'http://x', password: p } | system crm lacks the key \"user\"; it is whose password is given",
                "{ url: 'http://x', token: {} } | token in system crm lacks the key \"request\"; it is a method and an address, as in POST /oauth/token",
                "{ url: 'http://x', headers: { Host: y } } | the header Host cannot be set in system crm",
                "{ url: 'http://x', nothing: 500 } | nothing in system crm must be a whole number from 204 to 499, found the number 500",
                "{ url: 'http://x', rate-limit: { rest: 0s } } | rest in rate-limit in system crm must be longer than 0, found \"0s\"",
            })
    void a_mistake_says_what_is_allowed(String system, String mistake) throws IOException {
        VocabularyInvalid invalid = catchThrowableOfType(VocabularyInvalid.class, () -> vocabulary(system));
        assertThat(invalid).as("%s is a mistake", system).isNotNull();
        assertThat(invalid.getMessage()).contains(mistake);
    }

    private SystemSpec.Poll read(String system) throws IOException {
        return (SystemSpec.Poll) vocabulary(system).systems().get("crm");
    }

    private Vocabulary vocabulary(String system) throws IOException {
        Path file = folder.resolve("handoff.yaml");
        Files.writeString(
                file,
                "application: { url: http://localhost }\ncorrelation: { keys: [email] }\nsystems:\n  crm:\n"
                        + system.strip().replaceFirst("^\\{", "{ type: poll,").indent(4));
        return VocabularyReader.read(file, Map.of());
    }
}
