-- On-call schedules and escalation policies, as they were written.
create table oncall_document (
    tenant text not null,
    kind text not null,
    id text not null,
    revision bigint not null,
    document jsonb not null,
    primary key (tenant, kind, id)
);

-- Who stands in for whoever's turn it is.
create table oncall_override (
    tenant text not null,
    schedule text not null,
    id uuid not null,
    receiver text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    author text not null,
    primary key (tenant, schedule, id)
);

create index oncall_override_by_end on oncall_override (tenant, schedule, ends_at);

-- How far the escalation of a group has come. Whoever has the lease of the group has it too.
create table escalation (
    tenant text not null,
    group_id text not null,
    policy text not null,
    level integer not null,
    round integer not null,
    next_at timestamptz,
    receivers text[] not null,
    primary key (tenant, group_id),
    foreign key (tenant, group_id) references notification_group (tenant, id) on delete cascade
);
