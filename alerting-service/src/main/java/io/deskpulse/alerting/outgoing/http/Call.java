package io.deskpulse.alerting.outgoing.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.outgoing.Reply;
import io.deskpulse.alerting.outgoing.RetryAfter;
import io.deskpulse.alerting.outgoing.Target;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** One request to one address. Begun by one thread, carried out on an event loop. */
final class Call {
    private static final String AGENT = "Deskpulse";

    private final HttpClient client;
    private final Target target;
    private final InetAddress address;
    private final int most;
    private final Clock clock;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final Buffer read = Buffer.buffer();
    private volatile HttpClientRequest request;

    Call(HttpClient client, Target target, InetAddress address, int most, Clock clock) {
        this.client = client;
        this.target = target;
        this.address = address;
        this.most = most;
        this.clock = clock;
    }

    CompletableFuture<Reply> send(Post post) {
        client.request(options(post)).onFailure(reply::completeExceptionally).onSuccess(begun -> {
            request = begun;
            if (reply.isDone()) {
                begun.reset();
                return;
            }
            begun.send(Buffer.buffer(post.body()))
                    .onFailure(reply::completeExceptionally)
                    .onSuccess(this::answered);
        });
        return reply;
    }

    /** Whether something may have been sent. */
    boolean connected() {
        return request != null;
    }

    /** Ends it whether or not there is an answer. */
    void end() {
        reply.cancel(false);
        HttpClientRequest begun = request;
        if (begun != null) {
            begun.reset();
        }
    }

    /** The server is the address that was checked; host and port stand for it in TLS (SNI, name in the certificate) and in {@code Host}. */
    private RequestOptions options(Post post) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.path())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.USER_AGENT, AGENT)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        post.headers().forEach(options::putHeader);
        return options;
    }

    private void answered(HttpClientResponse response) {
        response.exceptionHandler(reply::completeExceptionally);
        response.endHandler(end -> complete(response));
        response.handler(part -> {
            read.appendBuffer(part, 0, Math.min(part.length(), most - read.length()));
            if (read.length() >= most) {
                complete(response);
            }
        });
    }

    private void complete(HttpClientResponse response) {
        reply.complete(new Reply.Answered(
                response.statusCode(),
                RetryAfter.of(response.getHeader(HttpHeaders.RETRY_AFTER), clock.instant()),
                read.toString(UTF_8)));
    }
}
