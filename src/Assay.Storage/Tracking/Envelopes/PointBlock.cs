using System.Runtime.InteropServices;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>
/// Some neighbouring points of a history, summed up: their ends in time and in steps, their extremes, and the finite value that is last in each order.
/// </summary>
internal struct PointBlock()
{
    /// <summary>Sums are kept so much smaller that no count of doubles overflows; a power of two, which loses no digit.</summary>
    public const double SumScale = 1.0 / (1L << 40);

    public HistoryPlace First { get; set; }

    public long LastTimestamp { get; set; } = long.MinValue;

    public long LeastStep { get; set; } = long.MaxValue;

    public long GreatestStep { get; set; } = long.MinValue;

    public long Count { get; set; }

    public long NotFinite { get; set; }

    public double Least { get; set; } = double.PositiveInfinity;

    public double Greatest { get; set; } = double.NegativeInfinity;

    public double Sum { get; set; }

    /// <summary>The last finite value in the order of time.</summary>
    public double Last { get; set; }

    /// <summary>Where the last finite value in the order of steps stands.</summary>
    public HistoryPlace TopPlace { get; set; }

    /// <summary>The last finite value in the order of steps.</summary>
    public double Top { get; set; }

    /// <summary>Sums up points, which are in the order of the history.</summary>
    public static PointBlock Of(ReadOnlySpan<HistoryPoint> points)
    {
        var block = new PointBlock { First = points[0].Place, LastTimestamp = points[^1].Timestamp, Count = points.Length };
        foreach (var point in points)
        {
            block.LeastStep = Math.Min(block.LeastStep, point.Step);
            block.GreatestStep = Math.Max(block.GreatestStep, point.Step);
            if (double.IsFinite(point.Value))
            {
                block.Add(point);
            }
            else
            {
                block.NotFinite++;
            }
        }

        return block;
    }

    /// <summary>Cuts points, which are in the order of the history, into blocks of about so many; points of one place stay together.</summary>
    public static List<PointBlock> Cut(List<HistoryPoint> points, int size)
    {
        var all = CollectionsMarshal.AsSpan(points);
        var blocks = new List<PointBlock>((all.Length / size) + 1);
        for (var start = 0; start < all.Length;)
        {
            var end = EndOfPlace(all, Math.Min(start + size, all.Length));
            blocks.Add(Of(all[start..end]));
            start = end;
        }

        return blocks;
    }

    /// <summary>The first index from there on at which points of another place begin.</summary>
    public static int EndOfPlace(ReadOnlySpan<HistoryPoint> points, int index)
    {
        while (index > 0 && index < points.Length && points[index].Place == points[index - 1].Place)
        {
            index++;
        }

        return index;
    }

    private void Add(HistoryPoint point)
    {
        var isFirst = double.IsPositiveInfinity(Least);
        Least = Math.Min(Least, point.Value);
        Greatest = Math.Max(Greatest, point.Value);
        Sum += point.Value * SumScale;
        Last = point.Value;
        if (isFirst || point.Step > TopPlace.Step || (point.Step == TopPlace.Step && point.Timestamp >= TopPlace.Timestamp))
        {
            (Top, TopPlace) = (point.Value, point.Place);
        }
    }
}
