package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.counting.PartitionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store that lets the test know of each write. */
final class WatchedStore {
    private WatchedStore() {}

    /** A store that does as told after each write. */
    static PartitionStore of(PartitionStore store, Runnable afterWrite) {
        return (PartitionStore) Proxy.newProxyInstance(
                PartitionStore.class.getClassLoader(), new Class<?>[] {PartitionStore.class}, (proxy, method, args) -> {
                    Object answer = answer(store, method, args);
                    if (method.getName().equals("write")) {
                        afterWrite.run();
                    }
                    return answer;
                });
    }

    private static Object answer(PartitionStore store, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(store, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
