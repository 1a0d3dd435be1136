-- An offer on its way to the person. Addresses stay with the contact; only a keyed print is kept here.
create table delivery (
    offer uuid primary key references offer (id) on delete cascade,
    tenant text not null,
    survey uuid not null,
    means text not null check (means in ('email', 'sms')),
    customer text,
    print text,
    state text not null check (state in ('waiting', 'sent', 'failed')),
    attempts integer not null,
    due_at timestamptz not null,
    expires_at timestamptz not null,
    reason text,
    planned_at timestamptz not null,
    ended_at timestamptz
);

create index delivery_due on delivery (due_at) where state = 'waiting';
create index delivery_of_tenant on delivery (tenant, offer);
