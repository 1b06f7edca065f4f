package shop.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.activity.Activity;

/** Serves the routes of all domains. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Port 0 takes any that is free. */
    public static WebServer start(String host, int port, Activity activity, List<Routes> routes)
            throws PortUnavailable {
        try {
            return new WebServer(Javalin.create(config -> configure(config, activity, routes))
                    .start(host, port));
        } catch (JavalinBindException e) {
            throw new PortUnavailable(e);
        }
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Activity activity, List<Routes> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.jetty.modifyServletContextHandler(context -> {
            FilterHolder count = new FilterHolder(new RequestCount(activity));
            count.setAsyncSupported(true);
            context.addFilter(count, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        config.routes.before(Correlation::establish);
        routes.forEach(each -> each.addTo(config.routes));
        config.routes.exception(Problem.class, (problem, ctx) -> Respond.problem(ctx, problem));
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) -> Respond.problem(ctx, Problem.of(HttpStatus.forStatus(e.getStatus()), e.getMessage())));
        config.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            Respond.problem(ctx, Problem.failed());
        });
    }
}
