package dev.handoff.vocabulary;

import java.util.Map;
import java.util.Optional;

/**
 * How a token is had with which a system is asked, OAuth 2.0 client credentials, say.
 *
 * @param request that is answered with the token
 * @param user who asks for it by HTTP Basic, if so
 * @param value the JSON path of the token
 * @param expiresIn the JSON path of the seconds for which it holds; where the answer has none, it holds until it is refused
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>
 */
public record PollToken(
        PollRequest request, Map<String, Template> headers, Optional<PollLogin> user, String value, String expiresIn) {
    public PollToken {
        headers = Ordered.copyOf(headers);
    }
}
