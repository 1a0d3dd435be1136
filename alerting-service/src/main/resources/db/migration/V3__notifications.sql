-- What each tenant's routing says; a version is never changed, the newest counts.
create table routing (
    tenant text not null,
    version bigint not null,
    document jsonb not null,
    actor text not null,
    created_at timestamptz not null,
    primary key (tenant, version)
);

-- For a while nobody is told of some alerts. Kept after they have ended.
create table silence (
    tenant text not null,
    id uuid not null,
    matchers text[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    author text not null,
    comment text not null,
    created_at timestamptz not null,
    revision bigint not null,
    primary key (tenant, id)
);

create index silence_by_end on silence (tenant, ends_at);

-- Alerts that some group holds: as they are, and as they were when they fired last, which may have to be told again.
create table notification_alert (
    tenant text not null,
    fingerprint text not null,
    active boolean not null,
    acknowledged_at timestamptz,
    labels jsonb not null,
    document jsonb not null,
    fired jsonb not null,
    primary key (tenant, fingerprint)
);

create index notification_alert_active on notification_alert (tenant) where active;

-- Alerts that are told together. Whoever takes a group raises its fence; what is written under a lesser one is refused.
create table notification_group (
    tenant text not null,
    id text not null,
    route text not null,
    labels jsonb not null,
    routing bigint not null,
    interval_ms bigint not null,
    due_at timestamptz not null,
    looked_at timestamptz,
    lease_until timestamptz,
    fence bigint not null default 0,
    changes bigint not null default 1,
    primary key (tenant, id)
);

create index notification_group_due on notification_group (due_at);

create table notification_member (
    tenant text not null,
    group_id text not null,
    fingerprint text not null,
    held text,
    primary key (tenant, group_id, fingerprint),
    foreign key (tenant, group_id) references notification_group (tenant, id) on delete cascade
);

create index notification_member_of on notification_member (tenant, fingerprint);

-- What a receiver knows of a group, and what is on its way to it.
create table notification_told (
    tenant text not null,
    group_id text not null,
    receiver text not null,
    sent_at timestamptz,
    firing text[] not null,
    attempt uuid,
    attempt_firing text[],
    attempt_ended text[],
    doubtful boolean not null default false,
    failures integer not null default 0,
    retry_at timestamptz,
    primary key (tenant, group_id, receiver),
    foreign key (tenant, group_id) references notification_group (tenant, id) on delete cascade
);

-- Every decision; its ids are ordered by time.
create table notification_log (
    tenant text not null,
    id uuid not null,
    at timestamptz not null,
    group_key text not null,
    receiver text,
    outcome text not null,
    reason text not null,
    detail text,
    alerts text[] not null,
    notification uuid,
    attempt integer not null,
    level integer not null,
    primary key (tenant, id)
);

create index notification_log_alert on notification_log using gin (alerts);
create index notification_log_receiver on notification_log (tenant, receiver, id desc);
create index notification_log_age on notification_log (at);
