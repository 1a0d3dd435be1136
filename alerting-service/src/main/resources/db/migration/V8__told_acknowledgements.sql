-- Of what alerts a receiver knows that somebody takes care of them.
alter table notification_told add column acknowledged text[] not null default '{}';
