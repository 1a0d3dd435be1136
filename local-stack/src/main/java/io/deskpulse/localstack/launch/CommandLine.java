package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.launch.Request.Alert;
import io.deskpulse.localstack.launch.Request.Help;
import io.deskpulse.localstack.launch.Request.Mint;
import io.deskpulse.localstack.launch.Request.Replay;
import io.deskpulse.localstack.launch.Request.Rotate;
import io.deskpulse.localstack.launch.Request.Status;
import io.deskpulse.localstack.launch.Request.Stop;
import io.deskpulse.localstack.launch.Request.Up;
import io.deskpulse.localstack.launch.Request.Wrong;
import io.deskpulse.localstack.replay.ReplayOptions;
import io.deskpulse.localstack.token.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the words after {@code run}. */
final class CommandLine {

    private static final int MOST_PORT_OFFSET = 40_000;

    private CommandLine() {}

    /** What is asked for; {@link Wrong} when it is not understood. */
    static Request read(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            return new Help();
        }
        var command = words.isEmpty() || words.get(0).startsWith("-") ? "up" : words.get(0);
        var rest = new Words(command.equals("up") && !words.contains("up") ? words : words.subList(1, words.size()));
        try {
            return switch (command) {
                case "up" -> up(rest);
                case "status" -> alone(command, rest, new Status());
                case "stop" -> alone(command, rest, new Stop());
                case "help" -> alone(command, rest, new Help());
                case "token" -> token(rest);
                case "replay" -> replay(rest);
                case "alert" -> alone(command, rest, new Alert());
                default ->
                    new Wrong(
                            "unknown command '%s': use status, stop, token, replay, alert or help".formatted(command));
            };
        } catch (IllegalArgumentException wrong) {
            return new Wrong(wrong.getMessage());
        }
    }

    private static Request alone(String command, Words words, Request request) {
        if (words.any()) {
            throw unknown(words.next(), command);
        }
        return request;
    }

    private static Request up(Words words) {
        var demo = true;
        var clean = false;
        var offset = 0;
        while (words.any()) {
            var word = words.next();
            switch (word) {
                case "--no-demo" -> demo = false;
                case "--clean" -> clean = true;
                case "--port-offset" -> offset = words.numberOf(word, 0, MOST_PORT_OFFSET);
                default -> throw new IllegalArgumentException("unknown option '%s'".formatted(word));
            }
        }
        return new Up(demo, clean, offset);
    }

    private static Request token(Words words) {
        var scopes = new ArrayList<String>();
        var origins = new ArrayList<String>();
        var tenant = "";
        var days = 30;
        var rotate = false;
        while (words.any()) {
            var word = words.next();
            switch (word) {
                case "--tenant" -> tenant = words.valueOf(word);
                case "--scope" -> scopes.addAll(List.of(words.valueOf(word).split(",")));
                case "--origin" -> origins.addAll(List.of(words.valueOf(word).split(",")));
                case "--days" -> days = words.numberOf(word, 1, 3650);
                case "--rotate" -> rotate = true;
                default -> throw unknown(word, "token");
            }
        }
        if (rotate) {
            return rotation(tenant, scopes);
        }
        if (tenant.isEmpty() || scopes.isEmpty()) {
            throw new IllegalArgumentException(
                    "token needs --tenant T and --scope S[,S], with scopes of " + String.join(", ", Token.SCOPES));
        }
        return new Mint(new Token(tenant, scopes, Duration.ofDays(days), origins));
    }

    private static Request rotation(String tenant, List<String> scopes) {
        if (!tenant.isEmpty() || !scopes.isEmpty()) {
            throw new IllegalArgumentException("token --rotate stands alone; mint tokens with another call");
        }
        return new Rotate();
    }

    private static Request replay(Words words) {
        var options = new ReplayOptions.Draft();
        while (words.any()) {
            var word = words.next();
            switch (word) {
                case "--answers" -> options.answers = Optional.of(Layout.fromCaller(words.valueOf(word)));
                case "--tenant" -> options.tenant = words.valueOf(word);
                case "--speed" -> options.speed = ReplayOptions.speed(words.valueOf(word));
                case "--no-clock" -> options.clock = false;
                case "--json" -> options.json = true;
                default -> options.addFile(word, Layout.fromCaller(word));
            }
        }
        return new Replay(options.finished());
    }

    private static IllegalArgumentException unknown(String word, String command) {
        return new IllegalArgumentException("'%s' takes no '%s'".formatted(command, word));
    }
}
