-- What each tenant wants to be told of single conversations: one document.
create table conversation_rules (
    tenant text primary key,
    revision bigint not null,
    document jsonb not null
);
