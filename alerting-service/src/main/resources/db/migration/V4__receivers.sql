-- Where alerts are sent. What is secret is sealed, for this tenant and receiver.
create table receiver (
    tenant text not null,
    id text not null,
    document jsonb not null,
    secrets text[] not null,
    sealed text not null,
    revision bigint not null,
    changed_at timestamptz not null,
    primary key (tenant, id)
);

-- When a receiver was sent something of late: it takes so many in a time.
create table receiver_pace (
    tenant text not null,
    receiver text not null,
    sent_at timestamptz[] not null,
    primary key (tenant, receiver),
    foreign key (tenant, receiver) references receiver (tenant, id) on delete cascade
);

-- What came faster than a receiver takes it, the newest of each group: sent together when there is room.
create table receiver_backlog (
    tenant text not null,
    receiver text not null,
    group_key text not null,
    notification text not null,
    digest jsonb not null,
    noted_at timestamptz not null,
    taken_until timestamptz,
    sent_at timestamptz,
    primary key (tenant, receiver, group_key),
    foreign key (tenant, receiver) references receiver (tenant, id) on delete cascade
);
