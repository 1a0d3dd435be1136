-- Counts the changes of an offer's answers: whoever has read the offer and its answers writes only if nothing has changed since.
alter table offer add changes integer not null default 0;

-- Room on each page, so that counting changes touches no index.
alter table offer set (fillfactor = 80);
