using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage;

/// <summary>The SQL of a table of notes: columns <c>key</c> and <c>value</c> under the key of what they are about.</summary>
internal sealed class TagTable(string table, string owner)
{
    /// <summary>Of registered models.</summary>
    public static TagTable OfRegisteredModels { get; } = new("registered_model_tags", "model_key");

    /// <summary>Of versions of registered models.</summary>
    public static TagTable OfModelVersions { get; } = new("model_version_tags", "version_key");

    /// <summary>Of logged models.</summary>
    public static TagTable OfLoggedModels { get; } = new("logged_model_tags", "logged_model_key");

    private readonly string _set =
        $"INSERT INTO {table} ({owner}, key, value) VALUES ($1, $2, $3) ON CONFLICT ({owner}, key) DO UPDATE SET value = excluded.value";

    /// <summary>Writes notes; of two of one key the later stays.</summary>
    public async Task SetAsync(SqlSession session, long ownerKey, IReadOnlyList<Tag> tags)
    {
        foreach (var tag in tags)
        {
            await session.PostAsync(_set, ownerKey, tag.Key, tag.Value).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a note; gives how many there were.</summary>
    public ValueTask<int> DeleteAsync(SqlSession session, long ownerKey, string key) =>
        session.ExecuteAsync($"DELETE FROM {table} WHERE {owner} = $1 AND key = $2", ownerKey, key);

    /// <summary>The notes of many, by owner, each ordered by key.</summary>
    public async Task<ByOwner<Tag>> OfAsync(SqlSession session, object owners, CancellationToken cancellationToken) => new(
        await session.ListAsync(
            $"SELECT {owner}, key, value FROM {table} WHERE {session.Dialect.KeyIn(owner, "$1")} ORDER BY {owner}, key",
            row => new Owned<Tag>(row.Long(0), new Tag(row.Text(1), row.Text(2))), cancellationToken, owners).ConfigureAwait(false));
}
