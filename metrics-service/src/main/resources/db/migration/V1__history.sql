-- What Redis holds, as of one position for each partition: the way back when Redis is lost whole, and the history.
-- A row stands for one key in Redis; docs/decisions/0002 says how keys are cut, docs/decisions/0007 how they are saved.

create table partition_save (
    partition  integer     not null,
    generation integer     not null,
    position   bigint      not null, -- next offset to read: all rows of this partition reflect exactly what is before it
    revision   bigint      not null, -- revision of the head in Redis that was read
    watermark  bigint      not null, -- wall clock, milliseconds: all that Kafka held then is counted
    saved_at   timestamptz not null,
    primary key (partition, generation)
);

-- Small keys that are saved whole each time: clocks, and what still has to be sent.
create table partition_book (
    partition  integer not null,
    generation integer not null,
    name       text    not null,
    content    bytea   not null,
    primary key (partition, generation, name)
);

-- One block: a run of buckets of one measure and split. The content packs a hash: for each value of the split the series of the buckets.
create table cell_series (
    partition   integer not null,
    generation  integer not null,
    tenant      text collate "C" not null,
    measure     text collate "C" not null,
    granularity text collate "C" not null,
    split       text collate "C" not null,
    block       bigint  not null,
    content     bytea   not null,
    revision    bigint  not null,
    expires_at  timestamptz,
    primary key (partition, generation, tenant, measure, granularity, split, block)
) with (fillfactor = 80);

-- One HyperLogLog of a measure that counts distinct things, in the form of Redis.
create table distinct_set (
    partition   integer not null,
    generation  integer not null,
    tenant      text collate "C" not null,
    granularity text collate "C" not null,
    bucket      bigint  not null,
    split       text collate "C" not null,
    measure     text collate "C" not null,
    value       text collate "C" not null,
    content     bytea   not null,
    revision    bigint  not null,
    expires_at  timestamptz,
    primary key (partition, generation, tenant, measure, granularity, split, bucket, value)
) with (fillfactor = 80);

-- What is remembered of one conversation, visitor, shard of costs, or of a tenant's incidents.
create table subject_state (
    partition  integer not null,
    generation integer not null,
    tenant     text collate "C" not null,
    kind       text collate "C" not null,
    id         text collate "C" not null,
    content    bytea   not null,
    revision   bigint  not null,
    expires_at timestamptz,
    primary key (partition, generation, tenant, kind, id)
) with (fillfactor = 80);

-- Packed series and states do not compress; trying costs more than it saves.
alter table cell_series alter column content set storage external;
alter table distinct_set alter column content set storage external;
alter table subject_state alter column content set storage external;

create index cell_series_expiry on cell_series (expires_at);
create index distinct_set_expiry on distinct_set (expires_at);
create index subject_state_expiry on subject_state (expires_at);
