-- The owner of the tables lets the service's own role read and change rows, and nothing else. There need not be such a role:
-- then the service is the owner.
do $$
declare
    service text := current_database() || '-service';
begin
    if service <> current_user and exists (select from pg_roles where rolname = service) then
        execute format('grant usage on schema %I to %I', current_schema(), service);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), service);
        -- What has been migrated is for the owner to write.
        execute format('revoke insert, update, delete on flyway_schema_history from %I', service);
    end if;
end $$;
