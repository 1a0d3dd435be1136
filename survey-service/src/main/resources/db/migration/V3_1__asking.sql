-- What a tenant wants of all its surveys together.
create table survey_rules (
    tenant text primary key,
    again_seconds bigint not null check (again_seconds >= 0),
    revision bigint not null
);

-- The key of the lots by which people are sampled: one for all instances, made here once.
create table lot_key (key uuid not null);
insert into lot_key (key) values (gen_random_uuid());

-- What is known of closed episodes, by the greatest revision that was read. A close that was taken back does not stand.
create table episode (
    id text primary key,
    tenant text not null,
    revision bigint not null,
    stands boolean not null,
    reopened boolean not null,
    conversation text not null,
    number integer not null,
    customer text,
    started_at timestamptz not null,
    closed_at timestamptz not null,
    outcome text,
    channel text,
    scene text,
    language text,
    handler text,
    segment text,
    variant text,
    region text,
    topic text,
    read_at timestamptz not null
);
create index episode_of_conversation on episode (tenant, conversation, number);
create index episode_by_age on episode (read_at);

-- Closed episodes that are to be asked about later.
create table planned_offer (
    episode text not null,
    survey uuid not null,
    tenant text not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    primary key (episode, survey)
);
create index planned_offer_by_time on planned_offer (due_at);

alter table offer add asked text not null default 'request' check (asked in ('close', 'request', 'link'));

-- A close asks once about each episode, and so possibly again when the conversation was reopened.
drop index offer_of_conversation;
create unique index offer_of_conversation on offer (survey, conversation) where conversation is not null and asked <> 'close';
create unique index offer_of_episode on offer (episode) where asked = 'close';

-- What is pending in a conversation, what was offered in it before, and what a journey adds to.
drop index offer_pending;
create index offer_in_conversation on offer (tenant, conversation) where conversation is not null;

-- What a person was offered and may not have been tired by yet.
create index offer_of_person on offer (tenant, customer, expires_at) where customer is not null;

-- Why a survey was not offered, the last time it was not: one row for each conversation, else person.
create table decision (
    survey uuid not null,
    subject text not null,
    tenant text not null,
    conversation text,
    customer text,
    episode text,
    asked text not null,
    reason text not null,
    steps text not null,
    times integer not null,
    decided_at timestamptz not null,
    primary key (survey, subject)
);
create index decision_of_conversation on decision (tenant, conversation) where conversation is not null;
create index decision_of_customer on decision (tenant, customer) where customer is not null;
create index decision_by_age on decision (decided_at);
