package io.deskpulse.alerting.route;

/** Is told of a new routing, in the transaction that writes it. Every bean of this type is told. */
public interface RoutingListener {
    void routed(String tenant);
}
