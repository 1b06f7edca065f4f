package dev.handoff.action;

import dev.handoff.journal.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request with all its values, ready to be sent, as often as wanted.
 *
 * @param url absolute and encoded
 */
record Prepared(String method, String url, Message content, boolean followRedirects) {

    private static final Set<Integer> KEEP_THE_METHOD = Set.of(307, 308);

    Prepared withHeaders(Map<String, List<String>> headers) {
        return new Prepared(method, url, Message.of(headers, content.contentType(), content.text()), followRedirects);
    }

    /**
     * The request that an answer leads on to, as browsers send it: a form that was posted is answered by a page to get.
     *
     * @see <a href="https://fetch.spec.whatwg.org/#http-redirect-fetch">HTTP-redirect fetch</a>
     */
    Prepared redirected(int status, String location) {
        return KEEP_THE_METHOD.contains(status) || method.equals("GET") || method.equals("HEAD")
                ? new Prepared(method, location, content, true)
                : new Prepared("GET", location, Message.EMPTY, true);
    }
}
