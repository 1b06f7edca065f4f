package dev.handoff.action;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.http.client.CookieStore;
import org.apache.http.cookie.Cookie;
import org.apache.http.cookie.CookieOrigin;
import org.apache.http.cookie.CookieSpec;
import org.apache.http.cookie.MalformedCookieException;
import org.apache.http.cookie.SetCookie;
import org.apache.http.impl.client.BasicCookieStore;
import org.apache.http.impl.cookie.RFC6265LaxSpec;
import org.apache.http.message.BasicHeader;

/**
 * What a browser keeps of the answers of one scenario. As in a browser, a {@code Secure} cookie also goes to an
 * application on this machine that is reached without TLS.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265</a>
 * @see <a href="https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy">Secure Contexts</a>
 */
final class Cookies {

    private final CookieSpec rules = new RFC6265LaxSpec();
    private final CookieStore kept = new BasicCookieStore();

    /** The header {@code Cookie} for an address, if there is something to send. */
    Optional<String> header(String url, Date now) {
        CookieOrigin origin = origin(url);
        String pairs = kept.getCookies().stream()
                .filter(cookie -> !cookie.isExpired(now) && rules.match(cookie, origin))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs);
    }

    /** Takes in what the answer of an address set; what may not be set from there is left out. */
    void keep(String url, List<String> setCookies) {
        CookieOrigin origin = origin(url);
        for (String set : setCookies) {
            try {
                for (Cookie cookie : rules.parse(new BasicHeader("Set-Cookie", set), origin)) {
                    rules.validate(cookie, origin);
                    ((SetCookie) cookie).setValue(asWritten(set));
                    kept.addCookie(cookie);
                }
            } catch (MalformedCookieException refused) {
                // a browser ignores it, too
            }
        }
    }

    /** Quotes belong to the value, and go back with it. */
    private static String asWritten(String set) {
        String pair = set.split(";", 2)[0];
        return pair.substring(pair.indexOf('=') + 1).strip();
    }

    private static CookieOrigin origin(String url) {
        URI uri = URI.create(url);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        boolean secure = "https".equals(uri.getScheme()) || onThisMachine(uri.getHost());
        return new CookieOrigin(uri.getHost(), Math.max(0, uri.getPort()), path, secure);
    }

    private static boolean onThisMachine(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        try {
            return host.matches("[\\d.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException impossible) {
            return false;
        }
    }
}
