namespace Assay.Storage.Postgres;

/// <summary>What a PostgreSQL URL begins with. Apart from the rest, so that a program that only opens a file does not load the driver.</summary>
internal static class PostgresScheme
{
    /// <summary>What follows the scheme; null for any other text.</summary>
    public static string? After(string text) =>
        text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) ? text["postgresql://".Length..]
        : text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) ? text["postgres://".Length..]
        : null;
}
