package shop.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import shop.activity.Activity;

/** Counts each request as work, except for those that only ask how Shop is doing. */
final class RequestCount implements Filter {

    private final Activity activity;

    RequestCount(Activity activity) {
        this.activity = activity;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (onlyAsks(((HttpServletRequest) request).getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        try (Activity.Work work = begin(((HttpServletRequest) request).getHeader(Correlation.HEADER))) {
            chain.doFilter(request, response);
        }
    }

    private Activity.Work begin(String correlationId) {
        return correlationId == null ? activity.begin() : activity.begin(correlationId);
    }

    private static boolean onlyAsks(String path) {
        return path.equals("/health") || path.equals("/idle") || path.startsWith("/workflows/");
    }
}
