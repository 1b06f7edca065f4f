package shop.http;

import io.javalin.http.HttpStatus;

/** A request that cannot be fulfilled, as its caller is told (RFC 9457). */
public final class Problem extends RuntimeException {

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    /** What is sent. */
    record Body(String title, int status, String detail) {}

    public static Problem malformed(String detail) {
        return new Problem(400, "The request cannot be read", detail);
    }

    public static Problem unauthorised(String detail) {
        return new Problem(401, "Not authorised", detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "Not allowed", detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    public static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail);
    }

    public static Problem gone(String detail) {
        return new Problem(410, "No longer there", detail);
    }

    public static Problem unacceptable(String detail) {
        return new Problem(422, "The request cannot be accepted", detail);
    }

    static Problem failed() {
        return new Problem(500, "Shop failed", "Something went wrong inside Shop. It is logged.");
    }

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status.getCode(), status.getMessage(), detail);
    }

    int status() {
        return status;
    }

    Body body() {
        return new Body(title, status, getMessage());
    }
}
