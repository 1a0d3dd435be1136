-- In which trace an alert was decided, where that is traced: whoever tells people of it goes on with it. Rows of a day; nothing depends on them.
create table alert_trace (
    tenant text not null,
    fingerprint text not null,
    header text not null,
    noted_at timestamptz not null,
    primary key (tenant, fingerprint)
);
