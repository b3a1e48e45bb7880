using Assay.Storage.Sql;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>
/// The tables lie in a schema of their own, because a database is often shared, and MLflow's tables have the same names. The table
/// <c>assay_schema</c> in it is Assay's mark and holds the number of the last migration.
/// </summary>
internal sealed class PostgresSchema(NpgsqlDataSource source, PostgresAddress address)
{
    /// <summary>The letters <c>Assa</c>: servers that create or change a schema at the same time take turns.</summary>
    private const long TurnKey = 0x41737361;

    private static readonly IReadOnlyList<Migration> Migrations = Migration.Of("Postgres");

    public static int Newest => Migrations[^1].Version;

    /// <summary>Refuses what is not a store of ours, creates an empty one, brings an older one up to date.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false) == Newest)
            {
                return;
            }

            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RunAsync(connection, $"SELECT pg_advisory_xact_lock({TurnKey})", cancellationToken).ConfigureAwait(false);
                await MigrateAsync(connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            // A server plans statements by what it knows of the tables, which is nothing yet.
            connection.UnprepareAll();
        }
    }

    private async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Another server may have been faster.
        var version = await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false);
        if (version == 0)
        {
            await RunAsync(
                connection, $"CREATE SCHEMA IF NOT EXISTS {address.QuotedSchema}; CREATE TABLE assay_schema (version BIGINT NOT NULL); "
                + "INSERT INTO assay_schema (version) VALUES (0)", cancellationToken).ConfigureAwait(false);
        }

        foreach (var migration in Migrations.Where(migration => migration.Version > version))
        {
            await RunAsync(connection, migration.ReadSql(), cancellationToken).ConfigureAwait(false);
        }

        await RunAsync(connection, $"UPDATE assay_schema SET version = {Newest}", cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await NumberAsync(
            connection, "SELECT count(*) FROM pg_tables WHERE schemaname = $1 AND tablename = 'assay_schema'", address.Schema, cancellationToken)
            .ConfigureAwait(false) == 0)
        {
            return await NumberAsync(
                connection, "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1",
                address.Schema, cancellationToken).ConfigureAwait(false) == 0
                ? 0
                : throw new BadInputException(
                    $"{address.Location}: the schema {address.Schema} holds another program's tables, not an Assay store. It was left as it is; "
                    + "name another with ?schema=NAME.");
        }

        var version = await NumberAsync(connection, $"SELECT version FROM {address.QuotedSchema}.assay_schema", null, cancellationToken)
            .ConfigureAwait(false);
        return version <= Newest
            ? version
            : throw new BadInputException(
                $"{address.Location} was written by a newer Assay (schema {version}; this one knows up to {Newest}). "
                + "Update Assay or name another database.");
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql, string? argument, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (argument is not null)
        {
            command.Parameters.Add(PostgresValue.Parameter(argument));
        }

        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
