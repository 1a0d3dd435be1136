package io.deskpulse.alerting.outgoing.http;

import io.deskpulse.alerting.outgoing.Blocked;
import io.deskpulse.alerting.outgoing.Guard;
import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.OutgoingSettings;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.outgoing.Reply;
import io.deskpulse.alerting.outgoing.Target;
import io.deskpulse.kit.tracing.Step;
import io.deskpulse.kit.tracing.Tracing;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls over HTTP/1.1 with Vert.x, which alone can be told an address to connect to beside the host that TLS asks for and verifies. No
 * proxy, no redirect, no connection kept: each call is checked anew.
 */
@ApplicationScoped
class GuardedClient implements Outgoing {
    private static final int NAMES_AT_ONCE = 16;

    private final Vertx vertx;
    private final Guard guard;
    private final OutgoingSettings settings;
    private final Clock clock;
    private final Tracing tracing;
    private HttpClient client;
    private WorkerExecutor resolving;

    GuardedClient(Vertx vertx, Guard guard, OutgoingSettings settings, Clock clock, Tracing tracing) {
        this.tracing = tracing;
        this.vertx = vertx;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        // Threads of their own: a name server that hangs keeps no request of this service waiting.
        resolving = vertx.createSharedWorkerExecutor("outgoing-names", NAMES_AT_ONCE);
        client = vertx.createHttpClient(options().setConnectTimeout(millis(settings.connectTimeout())));
    }

    @PreDestroy
    void close() {
        client.close();
        resolving.close();
    }

    /** What tests add a certificate to. */
    HttpClientOptions options() {
        return new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setTrustAll(false)
                .setMaxPoolSize(64)
                .setMaxRedirects(0)
                // Traced by us: Vert.x would tell the whole address, and tenants have secrets in theirs.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    @Override
    public Reply post(Post post) {
        Target target;
        try {
            target = guard.read(post.url());
        } catch (Blocked blocked) {
            return new Reply.Refused(blocked.reason());
        }
        Step step = tracing.call(tracing.current(), "POST", target.host(), target.port());
        Reply reply = reply(step.traced() ? post.with(Tracing.HEADER, step.traceparent()) : post, target);
        end(step, reply);
        return reply;
    }

    private static void end(Step step, Reply reply) {
        if (reply instanceof Reply.Answered answered) {
            step.with("http.response.status_code", answered.status());
            if (answered.status() >= 400) {
                step.failed(String.valueOf(answered.status()));
            }
        } else if (reply instanceof Reply.Failed failed) {
            step.failed(failed.reason());
        } else if (reply instanceof Reply.Refused refused) {
            step.failed(refused.reason());
        }
        step.end();
    }

    private Reply reply(Post post, Target target) {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        try {
            return call(post, target, addresses(target, deadline), deadline);
        } catch (Blocked blocked) {
            return new Reply.Refused(blocked.reason());
        } catch (UnknownHostException e) {
            return new Reply.Failed("host-unknown");
        } catch (TimeoutException e) {
            return new Reply.Failed("timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Failed("interrupted");
        }
    }

    /** Resolvers cannot be interrupted: another thread waits for them. */
    private List<InetAddress> addresses(Target target, long deadline)
            throws UnknownHostException, TimeoutException, InterruptedException {
        Future<List<InetAddress>> found = resolving
                .executeBlocking(() -> guard.resolve(target), false)
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return found.get(left(deadline), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw e.getCause() instanceof Blocked blocked ? blocked : new IllegalStateException(e.getCause());
        }
    }

    /** Tries the addresses until one takes the connection; what was once sent is not sent to the next. */
    private Reply call(Post post, Target target, List<InetAddress> addresses, long deadline)
            throws TimeoutException, InterruptedException {
        Reply last = new Reply.Failed("host-unknown");
        for (InetAddress address : addresses) {
            Call call = new Call(client, target, address, settings.answerBytes(), clock);
            try {
                return call.send(post).get(left(deadline), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                last = Faults.reply(e.getCause(), call.connected());
                if (call.connected()) {
                    return last;
                }
            } finally {
                call.end();
            }
        }
        return last;
    }

    private static long left(long deadline) throws TimeoutException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new TimeoutException();
        }
        return left;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
