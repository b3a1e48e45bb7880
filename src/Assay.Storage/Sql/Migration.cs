using System.Globalization;
using System.Reflection;

namespace Assay.Storage.Sql;

/// <summary>
/// A numbered step of the schema, embedded as <c>Migrations/DIALECT/0001_what.sql</c>. A step that was released is never changed.
/// </summary>
internal sealed record Migration(int Version, string Resource)
{
    /// <summary>The steps of a dialect, in order.</summary>
    public static IReadOnlyList<Migration> Of(string dialect)
    {
        var prefix = $"Migrations/{dialect}/";
        return [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => new Migration(int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), name))
            .OrderBy(migration => migration.Version)];
    }

    /// <summary>Its statements.</summary>
    public string ReadSql()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
