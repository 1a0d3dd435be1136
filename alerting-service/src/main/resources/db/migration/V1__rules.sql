-- Rules as they stand. One that was deleted stays, so that its versions go on where it comes back: alerts name them.
create table rule (
    tenant     text        not null,
    id         text        not null,
    version    int         not null,
    deleted    boolean     not null,
    created_at timestamptz not null,
    primary key (tenant, id)
);

-- Each version as it was written; never changed, never deleted.
create table rule_version (
    tenant     text        not null,
    id         text        not null,
    version    int         not null,
    document   jsonb       not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (tenant, id, version)
);

-- One row that every change of any rule counts up, in its own transaction: who has seen a number has seen all changes up to it.
-- A sequence would not do: its numbers are seen before what they stand for.
create table rule_revision (
    one      boolean primary key default true check (one),
    revision bigint not null
);

insert into rule_revision (revision) values (1);
