namespace Assay.Reports.Rows;

/// <summary>
/// Which words of two texts differ, by the shortest edit script (E. Myers, "An O(ND) difference algorithm and its variations", 1986) over
/// words, white space and signs. Texts with little in common are left unmarked: marks on everything tell nothing.
/// </summary>
public static class WordDiff
{
    private const int MostEdits = 500;
    private const double LeastInCommon = 0.3;

    /// <summary>Pieces of both texts in order, each marked as changed or not; null when too little is in common.</summary>
    public static (IReadOnlyList<DiffPiece> Old, IReadOnlyList<DiffPiece> New)? Compare(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var (a, b) = (Tokens(old), Tokens(@new));
        var (wordsA, wordsB) = (a.Count(IsWord), b.Count(IsWord));
        if (2.0 * Math.Min(wordsA, wordsB) < LeastInCommon * (wordsA + wordsB))
        {
            return null;
        }

        var (start, end) = (0, 0);
        while (start < a.Count && start < b.Count && a[start] == b[start])
        {
            start++;
        }

        while (end < a.Count - start && end < b.Count - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        var (changedA, changedB) = (new bool[a.Count], new bool[b.Count]);
        if (!Mark(a[start..^end], b[start..^end], changedA.AsSpan(start), changedB.AsSpan(start)) || InCommon(a, changedA, b, changedB) < LeastInCommon)
        {
            return null;
        }

        return (Pieces(a, changedA), Pieces(b, changedB));
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var kind = Kind(text[i]);
            var start = i++;
            while (kind != 0 && i < text.Length && Kind(text[i]) == kind)
            {
                i++;
            }

            tokens.Add(text[start..i]);
        }

        return tokens;
    }

    /// <summary>Words hold together (surrogates and marks with them), and so does white space; a sign stands alone.</summary>
    private static int Kind(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark ? 1
        : char.IsWhiteSpace(c) ? 2 : 0;

    private static bool Mark(List<string> a, List<string> b, Span<bool> changedA, Span<bool> changedB)
    {
        var most = Math.Min(MostEdits, a.Count + b.Count);
        var reach = new int[(2 * most) + 2];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(reach.AsSpan(most - edits, (2 * edits) + 2).ToArray());
            for (var k = -edits; k <= edits; k += 2)
            {
                var down = k == -edits || (k != edits && reach[most + k - 1] < reach[most + k + 1]);
                var x = down ? reach[most + k + 1] : reach[most + k - 1] + 1;
                while (x < a.Count && x - k < b.Count && a[x] == b[x - k])
                {
                    x++;
                }

                reach[most + k] = x;
                if (x >= a.Count && x - k >= b.Count)
                {
                    Trace(trace, a.Count, b.Count, changedA, changedB);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Walks the edits backwards and marks them.</summary>
    private static void Trace(List<int[]> trace, int x, int y, Span<bool> changedA, Span<bool> changedB)
    {
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var (reach, k) = (trace[edits], x - y);
            var down = k == -edits || (k != edits && reach[edits + k - 1] < reach[edits + k + 1]);
            var before = down ? k + 1 : k - 1;
            (x, y) = (reach[edits + before], reach[edits + before] - before);
            (down ? changedB : changedA)[down ? y : x] = true;
        }
    }

    private static double InCommon(List<string> a, bool[] changedA, List<string> b, bool[] changedB)
    {
        var words = a.Count(IsWord) + b.Count(IsWord);
        var common = a.Where((t, i) => !changedA[i] && IsWord(t)).Count() + b.Where((t, i) => !changedB[i] && IsWord(t)).Count();
        return words == 0 ? 1 : (double)common / words;
    }

    private static bool IsWord(string token) => Kind(token[0]) == 1;

    private static List<DiffPiece> Pieces(List<string> tokens, bool[] changed)
    {
        var pieces = new List<DiffPiece>();
        for (var i = 0; i < tokens.Count;)
        {
            var start = i;
            while (i < tokens.Count && changed[i] == changed[start])
            {
                i++;
            }

            pieces.Add(new DiffPiece(string.Concat(tokens[start..i]), changed[start]));
        }

        return pieces;
    }
}
