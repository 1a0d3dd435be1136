-- A receiver may say itself how long it wants to be left alone.
alter table receiver_pace add column closed_until timestamptz;
-- What nobody has asked to send for a while is sent by nobody: whoever decides has dropped it.
alter table receiver_backlog add column asked_at timestamptz not null;
