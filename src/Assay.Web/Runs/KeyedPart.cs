namespace Assay.Web.Runs;

/// <summary>The beginning of a list of things with keys that may be thousands, or of those whose key holds a text.</summary>
/// <param name="Items">Those that are shown.</param>
/// <param name="Found">How many there are with that text.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Search">The text; null for all.</param>
public sealed record KeyedPart<T>(IReadOnlyList<T> Items, int Found, int Total, string? Search)
{
    /// <summary>Takes the beginning of what is found.</summary>
    public KeyedPart(IReadOnlyList<T> all, Func<T, string> key, string? search, int most)
        : this([], 0, all.Count, search)
    {
        var found = search is null ? all : [.. all.Where(item => key(item).Contains(search, StringComparison.OrdinalIgnoreCase))];
        (Items, Found) = (found.Count <= most ? found : [.. found.Take(most)], found.Count);
    }

    /// <summary>Whether a reader needs a search to find all of it.</summary>
    public bool IsLong => Total > Items.Count || Search is not null;
}
