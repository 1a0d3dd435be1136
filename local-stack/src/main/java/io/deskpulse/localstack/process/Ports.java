package io.deskpulse.localstack.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/** TCP ports of this machine. */
public final class Ports {

    /** Everything of the local stack listens here only. */
    public static final String HOST = "127.0.0.1";

    private static final int LOWEST = 11_000;
    private static final int NUMBER = 10_000;
    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nothing listens on now. It lies below those that a system gives to outgoing connections (from 32,768 on Linux, 49,152 elsewhere): else one of
     * these may take it before the server starts, or while it is down, or may even speak with itself. No port is given out twice by one JVM.
     */
    public static int free() {
        return free(any -> true);
    }

    /** One that pleases whoever asks, too. */
    public static int free(IntPredicate pleases) {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = LOWEST + ThreadLocalRandom.current().nextInt(NUMBER);
            if (available(port) && pleases.test(port) && GIVEN_OUT.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + LOWEST + " to " + (LOWEST + NUMBER - 1));
    }

    /** Whether a server could listen on the port on any address of this machine. */
    public static boolean available(int port) {
        return binds(new InetSocketAddress(HOST, port)) && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
