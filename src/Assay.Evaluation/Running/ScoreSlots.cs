using Assay.Results;

namespace Assay.Running;

/// <summary>The scores of one scorer, by row.</summary>
internal sealed class ScoreSlots(long rows)
{
    /// <summary>Reasons may quote the row; past this many different ones they are counted together.</summary>
    private const int MostReasons = 100;

    /// <summary>A quiet NaN that no arithmetic yields marks a place without a score: a score may be NaN itself.</summary>
    private static readonly long Empty = unchecked((long)0xFFF8_A55A_0000_0001);

    private readonly double[] _values = NewSlots(rows);
    private readonly Dictionary<string, long> _reasons = [];
    private readonly Dictionary<string, long> _remarks = [];

    /// <summary>Why rows have no score, most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Reasons => Ordered(_reasons);

    /// <summary>What was said about scores that there are, most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Remarks => Ordered(_remarks);

    public void Set(long row, double? value, string? reason)
    {
        if (value is { } score)
        {
            _values[row] = score;
            if (reason is not null)
            {
                Count(_remarks, reason);
            }
        }
        else
        {
            Miss(reason ?? "no reason was given");
        }
    }

    public void Miss(string reason) => Count(_reasons, reason);

    /// <summary>The scores that there are, in the rows' order.</summary>
    public double[] Scored() => Array.FindAll(_values, value => BitConverter.DoubleToInt64Bits(value) != Empty);

    private static double[] NewSlots(long rows)
    {
        var slots = new double[rows];
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
