using Assay.Results;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>The scores of one scorer, by row and repeat. A row that was answered several times has the mean of its answers' scores.</summary>
internal sealed class ScoreSlots(long rows, int repeats = 1, bool keepsParts = false)
{
    /// <summary>Reasons may quote the row; past this many different ones they are counted together.</summary>
    private const int MostReasons = 100;

    /// <summary>A quiet NaN that no arithmetic yields marks a place without a score: a score may be NaN itself.</summary>
    private static readonly long Empty = unchecked((long)0xFFF8_A55A_0000_0001);

    private readonly double[] _values = NewSlots(rows * repeats);
    private readonly object?[] _parts = keepsParts ? new object?[rows * repeats] : [];
    private readonly int[] _missed = repeats > 1 ? new int[rows] : [];
    private readonly Dictionary<string, long> _reasons = [];
    private readonly Dictionary<string, long> _remarks = [];

    /// <summary>Why rows have no score, most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Reasons => Ordered(_reasons);

    /// <summary>What was said about scores that there are, most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Remarks => Ordered(_remarks);

    public int Repeats => repeats;

    public void Set(long row, double? value, string? reason, int repeat = 0, object? part = null)
    {
        var place = row * repeats + repeat;
        if (keepsParts)
        {
            _parts[place] = part;
        }

        if (value is null && part is null)
        {
            Miss(row, reason ?? "no reason was given");
            return;
        }

        _values[place] = value ?? _values[place];
        if (reason is not null)
        {
            Count(_remarks, reason);
        }
    }

    /// <summary>An answer has no score. The row has none when none of its answers has; its last reason is counted.</summary>
    public void Miss(long row, string reason)
    {
        if (repeats == 1 || ++_missed[row] == repeats)
        {
            Count(_reasons, reason);
        }
    }

    /// <summary>The scores of a row's answers that there are.</summary>
    public ReadOnlySpan<double> Answers(long row)
    {
        var all = _values.AsSpan((int)(row * repeats), repeats);
        return repeats == 1 ? (IsEmpty(all[0]) ? [] : all) : all.ToArray().Where(value => !IsEmpty(value)).ToArray();
    }

    /// <summary>The rows that have a score and their scores, in the rows' order.</summary>
    /// <param name="of">What is made of each score before a row's mean is taken; null to take it as it is.</param>
    public (int[] Rows, double[] Scores) Scored(Func<double, double>? of = null)
    {
        var scored = new List<int>();
        var scores = new List<double>();
        for (var row = 0; row < rows; row++)
        {
            var answers = Answers(row);
            if (!answers.IsEmpty)
            {
                scored.Add(row);
                scores.Add(Mean(answers, of));
            }
        }

        return ([.. scored], [.. scores]);
    }

    /// <summary>What the answers add to figures of all rows together, and their rows, in the rows' order.</summary>
    public (int[] Rows, object[] Parts) Parts()
    {
        var places = Enumerable.Range(0, _parts.Length).Where(place => _parts[place] is not null).ToArray();
        return ([.. places.Select(place => place / repeats)], [.. places.Select(place => _parts[place]!)]);
    }

    private static double Mean(ReadOnlySpan<double> answers, Func<double, double>? of)
    {
        var taken = of is null ? answers : Array.ConvertAll(answers.ToArray(), answer => of(answer));
        return taken.Length == 1 ? taken[0] : Aggregates.Mean(taken)!.Value;
    }

    private static bool IsEmpty(double value) => BitConverter.DoubleToInt64Bits(value) == Empty;

    private static double[] NewSlots(long places)
    {
        var slots = new double[places];
        Array.Fill(slots, BitConverter.Int64BitsToDouble(Empty));
        return slots;
    }

    private static void Count(Dictionary<string, long> reasons, string reason)
    {
        var key = reasons.Count < MostReasons || reasons.ContainsKey(reason) ? reason : "other reasons";
        reasons[key] = reasons.GetValueOrDefault(key) + 1;
    }

    private static ReasonCount[] Ordered(Dictionary<string, long> reasons) =>
        [.. reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ReasonCount(pair.Key, pair.Value))];
}
