-- What was counted in each hour, for rules that compare with the same time of the week before: the topic of measurements holds two days only.
-- The epoch is that of the fence of whoever wrote it: one who has lost the partition changes nothing any more.
create table hour_tally (
    tenant text not null,
    level text not null,
    hour timestamptz not null,
    epoch bigint not null,
    document jsonb not null,
    primary key (tenant, level, hour)
);

create index hour_tally_age on hour_tally (hour);
