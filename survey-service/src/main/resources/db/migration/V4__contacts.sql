-- Where customers can be written to. Addresses are encrypted, the id of the key first (AES-256-GCM).
create table contact (
    tenant text not null,
    customer text not null,
    email text,
    phone text,
    language text,
    changed_at timestamptz not null,
    primary key (tenant, customer)
);

-- Who is not to be written to: a person, or an address, of which only a keyed print is kept.
create table refusal (
    id uuid primary key,
    tenant text not null,
    means text not null check (means in ('email', 'sms')),
    kind text not null check (kind in ('unsubscribed', 'unreachable')),
    customer text,
    print text,
    cause text not null,
    noted_at timestamptz not null,
    check (customer is not null or print is not null)
);

-- Told often, kept once.
create unique index refusal_once on refusal (tenant, means, kind, coalesce(customer, ''), coalesce(print, ''));
create index refusal_of_print on refusal (tenant, print);
