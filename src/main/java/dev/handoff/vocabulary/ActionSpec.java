package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence and what it does.
 *
 * @param sentence as written, {@code the customer requests a refund of {amount:money}}
 * @param expression the Cucumber expression, {@code the customer requests a refund of {money}}
 * @param parameters the names of its parameters in order
 * @param as the name by which order steps speak of it, without a leading article, if it has one
 * @param requests what is sent, one after the other
 * @param table whether the sentence ends with a colon and takes a table of two columns, name and value
 * @param place where it stands
 */
public record ActionSpec(
        String sentence,
        String expression,
        List<String> parameters,
        Optional<String> as,
        List<Request> requests,
        boolean table,
        Place place) {

    public ActionSpec {
        parameters = List.copyOf(parameters);
        requests = List.copyOf(requests);
    }

    /**
     * One request.
     *
     * @param http method and path
     * @param headers beside those of correlation
     * @param query parameters of the address, encoded when sent
     * @param body sent as JSON: strings in it are templates
     * @param form sent as a form instead of a body
     * @param sign how the request proves who sent it
     * @param remember names and where their values are taken from: a JSON path of the answer's body, {@code header X},
     *     {@code cookie X}, {@code status}, or a template
     * @param instead what is done to a system instead of a request; then nothing else of this but templates to remember
     * @param page what is submitted or clicked on the page that was shown last, instead of {@code http}; {@code form} is
     *     what is filled in then
     * @param followRedirects whether answers that lead elsewhere are followed, as on a page they always are
     */
    public record Request(
            RequestLine http,
            Map<String, Template> headers,
            Map<String, Template> query,
            Optional<JsonNode> body,
            Map<String, Template> form,
            Optional<Signature> sign,
            Map<String, String> remember,
            Optional<SystemStep> instead,
            Optional<PageStep> page,
            boolean followRedirects) {

        /** One that is sent to the application. */
        public Request(
                RequestLine http,
                Map<String, Template> headers,
                Map<String, Template> query,
                Optional<JsonNode> body,
                Map<String, Template> form,
                Optional<Signature> sign,
                Map<String, String> remember) {
            this(http, headers, query, body, form, sign, remember, Optional.empty(), Optional.empty(), false);
        }

        /** One that is not signed. */
        public Request(
                RequestLine http,
                Map<String, Template> headers,
                Map<String, Template> query,
                Optional<JsonNode> body,
                Map<String, Template> form,
                Map<String, String> remember) {
            this(http, headers, query, body, form, Optional.empty(), remember);
        }

        public Request {
            headers = Ordered.copyOf(headers);
            query = Ordered.copyOf(query);
            form = Ordered.copyOf(form);
            remember = Ordered.copyOf(remember);
        }
    }

    /**
     * A header with the HMAC-SHA256 of the body as it is sent, in hexadecimal digits.
     *
     * @param secret what it is made with
     * @param prefix what stands before the digits, {@code sha256=}
     */
    public record Signature(String header, Template secret, String prefix) {}
}
