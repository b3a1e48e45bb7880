namespace Assay.Models;

/// <summary>The known name that a mistyped one is probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest single-character edits from <paramref name="typed"/> (Levenshtein); null when none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> known) => known
        .Select(name => (Name: name, Edits: Edits(typed.ToLowerInvariant(), name)))
        .Where(candidate => candidate.Edits <= Math.Max(2, candidate.Name.Length / 3))
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
