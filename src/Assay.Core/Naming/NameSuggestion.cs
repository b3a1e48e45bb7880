namespace Assay.Naming;

/// <summary>
/// The name that somebody who mistyped one probably meant: the nearest by edit distance (insertions, deletions, replacements and swaps of
/// two neighbours count one each), case apart. Nothing is suggested when even the nearest is far.
/// </summary>
public static class NameSuggestion
{
    /// <summary>The nearest of the candidates, or the only one that the name begins; null when none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var typed = name.ToLowerInvariant();
        string? nearest = null;
        string? begun = null;
        var begunBy = 0;
        var allowed = Math.Max(1, typed.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var lower = candidate.ToLowerInvariant();
            if (typed.Length >= 3 && (lower.StartsWith(typed, StringComparison.Ordinal) || typed.StartsWith(lower, StringComparison.Ordinal)))
            {
                (begun, begunBy) = (begun ?? candidate, begunBy + 1);
            }

            if (Math.Abs(lower.Length - typed.Length) < allowed && Distance(typed, lower) is var distance && distance < allowed)
            {
                (nearest, allowed) = (candidate, distance);
            }
        }

        return nearest ?? (begunBy == 1 ? begun : null);
    }

    /// <summary>The suggestion as the end of a sentence, <c>; did you mean "exact_match"?</c>; empty when none is near.</summary>
    public static string Ending(string name, IEnumerable<string> candidates) =>
        Nearest(name, candidates) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";

    /// <summary>Optimal string alignment distance: three rows of the table are enough.</summary>
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
