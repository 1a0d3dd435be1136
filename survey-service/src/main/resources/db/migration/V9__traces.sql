-- The request that an event follows from, where it is traced: what is sent later goes on with its trace.
alter table outbox add trace text;
