namespace Assay.Storage.Maintenance;

/// <summary>The SQL of what is being deleted for good: first its rows, then its artifacts.</summary>
internal static class GarbageTable
{
    /// <summary>A condition: the entity of that key is not being deleted for good, so that it may still be restored.</summary>
    public static string NotGarbage(GarbageKind kind, string key) =>
        $"NOT EXISTS (SELECT 1 FROM garbage g WHERE g.kind = {(int)kind} AND g.entity_key = {key})";
}
