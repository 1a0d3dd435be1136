-- What customers are asked. The definition is a document: it is written and read as a whole, and never searched.
create table survey (
    id uuid primary key,
    tenant text not null,
    name text not null,
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
    revision bigint not null,
    published_version integer not null,
    trigger_key text,
    definition jsonb not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

-- Lists go through a tenant's surveys from the newest; ids are ordered by time.
create index survey_of_tenant on survey (tenant, id);

-- A trigger leads to one survey.
create unique index survey_trigger on survey (tenant, trigger_key) where state = 'PUBLISHED' and trigger_key is not null;

-- Only ever inserted: offers and answers refer to them.
create table survey_version (
    survey uuid not null references survey (id),
    version integer not null,
    tenant text not null,
    definition jsonb not null,
    published_at timestamptz not null,
    primary key (survey, version)
);
