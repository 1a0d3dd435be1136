package io.deskpulse.localstack.launch;

/** What {@code run --help} says. */
final class Usage {

    static final String TEXT =
            """
            ./run [--no-demo] [--clean] [--port-offset N]
                Build when sources are newer, start Kafka, Redis, Postgres and the services, play the demo and show live figures.
                Ctrl-C stops everything. Data stays under .deskpulse/ for the next start.
                --no-demo        no simulated service desk: only what you send is counted
                --clean          forget all data first; keys and tokens stay
                --port-offset N  add N to every port, to run beside something else
            ./run status
                What runs: process ids, ports, readiness and its reasons.
            ./run stop
                Stop what another shell started.
            ./run token --tenant T --scope S[,S] [--days N] [--origin URL[,URL]]
                Print a token alone. Scopes: ingest:write, survey:answer, survey:manage, metrics:read, alerts:manage, admin.
                --origin URL  for pages of this web origin only, such as https://shop.example
            ./run token --rotate
                Sign with a new key from now on; tokens signed before stay valid.
            ./run replay FILE [--tenant T] [--speed max|N] [--answers FILE] [--no-clock] [--json]
                Send a file of events (NDJSON, plain or .gz) in order, wait until all is counted, and print every live metric.
                --speed N   N times real time; default max
                --answers   then play past survey answers (NDJSON, plain or .gz) through offers and answers, at their own times
                --no-clock  do not declare at the end that all has been sent: silent conversations stay open
                --json      print the report as JSON
            ./run rules check FILE...
                Say what is wrong with files of alert rules, each fault with its place.
            ./run rules test FILE...
                Run files of rule tests: series in, expected alerts out. Exit code 1 where one fails.
            ./run alert
                Show how an alert comes about, in what runs: a bot that fails, a page, its acknowledgement and its end, each with its time.
            """;

    private Usage() {}
}
