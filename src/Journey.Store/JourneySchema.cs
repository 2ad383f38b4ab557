using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;

namespace Journey.Store;

/// <summary>Creates and changes everything the store keeps.</summary>
public static class JourneySchema
{
    private const string Tables = $"""
        create table if not exists {StoreSchema.Name}.journey_clock (
            tenant_id text not null, known_at timestamptz not null, position bigint not null,
            primary key (tenant_id, known_at));

        create table if not exists {StoreSchema.Name}.journey_segment_progress (
            tenant_id text primary key, position bigint not null default 0);
        alter table {StoreSchema.Name}.journey_segment_progress add column if not exists shape text;

        create table if not exists {StoreSchema.Name}.journey_segment (
            tenant_id text not null, lane text not null, child_id uuid not null, fact_id uuid not null,
            value_key text, value text not null, closing text, ordinal bigint not null, at_time time,
            valid_from date not null, valid_to date not null, known_from bigint not null, known_to bigint not null)
            partition by list (tenant_id);
        alter table {StoreSchema.Name}.journey_segment add column if not exists read_as smallint not null default 0;
        create index if not exists journey_segment_days on {StoreSchema.Name}.journey_segment
            (lane, valid_from, valid_to, known_from, known_to) include (child_id, value_key, read_as);
        create index if not exists journey_segment_keys on {StoreSchema.Name}.journey_segment
            (lane, value_key, valid_from, valid_to, known_from, known_to) include (child_id, read_as) where value_key is not null;
        drop index if exists {StoreSchema.Name}.journey_segment_lane;
        drop index if exists {StoreSchema.Name}.journey_segment_key;
        create index if not exists journey_segment_child on {StoreSchema.Name}.journey_segment (child_id);

        create table if not exists {StoreSchema.Name}.journey_access (
            id bigint generated always as identity, tenant_id text not null, at timestamptz not null,
            actor text not null, role text not null, on_behalf_of text, question text not null,
            child_id uuid, children integer, valid_at date, position bigint, known_at timestamptz, allowed_because text not null,
            primary key (tenant_id, id));
        create index if not exists journey_access_child on {StoreSchema.Name}.journey_access (tenant_id, child_id, id) where child_id is not null;
        create or replace function {StoreSchema.Name}.journey_access_is_kept() returns trigger language plpgsql as
            $$ begin raise exception 'The access log is neither changed nor deleted.'; end $$;
        create or replace trigger journey_access_is_kept before update or delete or truncate on {StoreSchema.Name}.journey_access
            for each statement execute function {StoreSchema.Name}.journey_access_is_kept();

        create table if not exists {StoreSchema.Name}.journey_basis (
            tenant_id text not null, name text not null, valid_at date not null, position bigint not null, known_at timestamptz, final boolean not null,
            note text, actor text not null, role text not null, on_behalf_of text, at timestamptz not null, primary key (tenant_id, name));
        create or replace function {StoreSchema.Name}.journey_basis_is_kept() returns trigger language plpgsql as
            $$ begin raise exception 'The name of a basis is neither changed nor deleted.'; end $$;
        create or replace trigger journey_basis_is_kept before update or delete or truncate on {StoreSchema.Name}.journey_basis
            for each statement execute function {StoreSchema.Name}.journey_basis_is_kept();
        """;

    /// <summary>Applies the ledger's and the segments' tables, and the messages' where the host uses Wolverine. Idempotent, and safe when several processes start at once.</summary>
    public static async Task ApplyAsync(IServiceProvider services, CancellationToken cancellation = default)
    {
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var held = await AdvisoryLock.HoldAsync(connection, StoreSchema.SchemaLock, "", cancellation);
        await services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(JasperFx.AutoCreate.CreateOrUpdate);
        await connection.RunAsync(Tables, cancellation);
        if (services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IWolverineRuntime)))
        {
            await services.GetRequiredService<IMessageStore>().Admin.MigrateAsync(JasperFx.AutoCreate.CreateOrUpdate);
        }
    }
}
