-- Under which circumstances an offer was made. The weight is one over the probability with which somebody of the stratum is asked.
alter table offer
    add weight double precision not null default 1 check (weight >= 1),
    add stratum text,
    add means text not null default 'widget' check (means in ('widget', 'link', 'email', 'sms')),
    add episode text,
    add outcome text,
    add handler text,
    add scene text,
    add segment text,
    add variant text,
    add region text,
    add topic text,
    add explanation jsonb;
