package io.deskpulse.survey.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.survey.delivery.Outcome;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real replies of a mail server lead to, as the mail client reports them. */
class SmtpFaultsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT TO   | 550 5.1.1 <bo@shop.example> unknown   | NEVER_AGAIN | smtp-550",
                "RCPT TO   | 550 no such user bo                   | NEVER_AGAIN | smtp-550",
                "RCPT TO   | 553 5.1.3 bad address                 | NEVER_AGAIN | smtp-553",
                "RCPT TO   | 550 5.7.1 blocked by policy           | NEVER       | smtp-550",
                "RCPT TO   | 451 4.7.1 greylisted                  | LATER       | smtp-451",
                "MAIL FROM | 550 5.1.8 sender rejected             | NEVER       | smtp-550",
                "MAIL FROM | 530 5.7.0 authenticate first          | LATER       | smtp-530",
                "DATA      | 554 5.6.0 not taken                   | NEVER       | smtp-554",
                "DATA      | 452 4.3.1 full                        | LATER       | smtp-452"
            })
    void replyDecides(String command, String reply, String expected, String reason) throws Exception {
        Outcome outcome = SmtpFaults.outcome(faultOf(command, reply));

        assertThat(name(outcome)).isEqualTo(expected);
        assertThat(outcome.toString()).contains(reason).doesNotContain("bo@");
    }

    private static String name(Outcome outcome) {
        if (outcome instanceof Outcome.Never never) {
            return never.unreachable() ? "NEVER_AGAIN" : "NEVER";
        }
        return "LATER";
    }

    private static Throwable faultOf(String command, String reply) throws IOException {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, command, reply));
            thread.start();
            MailClient client = MailClient.create(
                    vertx,
                    new MailConfig("127.0.0.1", server.getLocalPort(), StartTLSOptions.DISABLED, null)
                            .setKeepAlive(false));
            client.sendMail(new MailMessage("ask@shop.example", "bo@shop.example", "subject", "text"))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            throw new AssertionError("was sent");
        } catch (CompletionException e) {
            return e.getCause();
        } finally {
            vertx.close();
        }
    }

    /** Takes everything but one command. */
    private static void serve(ServerSocket server, String command, String reply) {
        try (Socket client = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
            say(client, "220 mail.example ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(client, line.toUpperCase().startsWith(command) ? reply : "250 OK");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes());
    }
}
