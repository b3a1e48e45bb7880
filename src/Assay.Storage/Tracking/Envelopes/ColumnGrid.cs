using Assay.Tracking;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>The columns of a chart: equal parts of an axis from one end to the other, both included.</summary>
internal sealed class ColumnGrid(MetricAxis axis, long low, long high, int columns)
{
    private readonly Int128 _width = (Int128)high - low + 1;

    public MetricAxis Axis => axis;

    public int Columns => columns;

    public long Of(HistoryPoint point) => axis == MetricAxis.Step ? point.Step : point.Timestamp;

    public bool Holds(long position) => position >= low && position <= high;

    public bool Overlaps(long from, long to) => from <= high && to >= low;

    public bool MayHold(in PointBlock block) => axis == MetricAxis.Step
        ? Overlaps(block.LeastStep, block.GreatestStep)
        : Overlaps(block.First.Timestamp, block.LastTimestamp);

    /// <summary>The column of a position between the ends.</summary>
    public int ColumnOf(long position)
    {
        var from = (UInt128)((Int128)position - low);

        // Nearly always short enough for the processor's own division.
        return _width * columns <= ulong.MaxValue
            ? (int)((ulong)from * (ulong)columns / (ulong)_width)
            : (int)(from * (UInt128)columns / (UInt128)_width);
    }
}
