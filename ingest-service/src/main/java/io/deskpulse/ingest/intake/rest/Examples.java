package io.deskpulse.ingest.intake.rest;

/** What the API description shows. */
final class Examples {
    static final String STRUCTURED =
            """
            {"specversion": "1.0", "id": "m-1", "source": "/shop/chat", "type": "conversation.message",
             "subject": "c-1", "time": "2026-11-20T10:00:00Z",
             "data": {"from": "customer", "text": "Where is my order?", "topic": "delivery"}}""";

    static final String BATCH =
            """
            [{"specversion": "1.0", "id": "c-1-1", "source": "/shop/chat", "type": "conversation.started",
              "subject": "c-1", "time": "2026-11-20T10:00:00Z", "data": {"channel": "web", "language": "zh-CN"}},
             {"specversion": "1.0", "id": "c-1-2", "source": "/shop/chat", "type": "conversation.message",
              "subject": "c-1", "time": "2026-11-20T10:00:02Z", "data": {"from": "customer", "text": "我的订单在哪里？"}}]""";

    static final String LINES =
            """
            {"specversion":"1.0","id":"v-1","source":"/shop/web","type":"visit.started","subject":"v-9","time":"2026-11-20T09:59:00Z","data":{"channel":"web"}}
            {"specversion":"1.0","id":"v-2","source":"/shop/web","type":"visit.action","subject":"v-9","time":"2026-11-20T09:59:30Z","data":{"action":"widget_opened"}}
            """;

    /** With {@code ce-specversion: 1.0}, {@code ce-id}, {@code ce-source}, {@code ce-type} and so on as headers. */
    static final String BINARY = """
            {"pages": 3, "seconds": 42.5}""";

    static final String RESULTS =
            """
            {"accepted": 1, "rejected": 1, "results": [
              {"status": "accepted"},
              {"status": "rejected", "type": "urn:deskpulse:problem:invalid-value", "pointer": "/data/scene",
               "detail": "Send one of: presales, aftersales, complaint, other."}]}""";

    static final String PROBLEM =
            """
            {"type": "urn:deskpulse:problem:unavailable", "title": "Temporarily unavailable", "status": 503,
             "detail": "Events cannot be stored now. Send the whole request again; nothing is counted twice."}""";

    private Examples() {}
}
