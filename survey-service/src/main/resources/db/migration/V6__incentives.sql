-- Codes for those who finish, each given once, also when the offer is long forgotten. Smaller ids are given first.
create table incentive_code (
    id bigint generated always as identity primary key,
    survey uuid not null references survey (id) on delete cascade,
    code text not null,
    offer uuid unique references offer (id) on delete set null,
    given_at timestamptz,
    unique (survey, code)
);

create index incentive_code_left on incentive_code (survey, id) where given_at is null;
