using Assay.Storage.Sql;

namespace Assay.Storage.Access;

/// <summary>The SQL of the number that every change raises.</summary>
internal static class RevisionTable
{
    /// <summary>
    /// First of all in a change: its row's lock puts changes of several servers in a row, so that what one reads another does not alter.
    /// </summary>
    public static ValueTask<int> RaiseAsync(SqlSession session) => session.ExecuteAsync("UPDATE access_revision SET revision = revision + 1");

    public static ValueTask<long?> ReadAsync(SqlSession session) => session.KeyAsync("SELECT revision FROM access_revision");
}
