using Assay.Tracking;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>Fills the columns of a chart with points and blocks, in any order.</summary>
internal sealed class ColumnSums(ColumnGrid grid)
{
    private readonly Sums[] _columns = new Sums[grid.Columns];

    /// <summary>How many points are in them.</summary>
    public long Points { get; private set; }

    /// <summary>Takes a point that lies between the ends; leaves others.</summary>
    public void Add(HistoryPoint point)
    {
        var position = grid.Of(point);
        if (!grid.Holds(position))
        {
            return;
        }

        var isFinite = double.IsFinite(point.Value);
        ref var column = ref _columns[grid.ColumnOf(position)];
        column.Add(position, position, 1, isFinite ? 0 : 1);
        Points++;
        if (isFinite)
        {
            column.Add(point.Value, point.Value, point.Value * PointBlock.SumScale);
            column.AddLast(grid.Axis == MetricAxis.Step ? new(point.Step, point.Timestamp) : point.Place, point.Value);
        }
    }

    /// <summary>Takes a block that lies between the ends and within one column; false for others.</summary>
    public bool TryAdd(in PointBlock block)
    {
        var (from, to) = grid.Axis == MetricAxis.Step ? (block.LeastStep, block.GreatestStep) : (block.First.Timestamp, block.LastTimestamp);
        if (!grid.Holds(from) || !grid.Holds(to) || grid.ColumnOf(from) != grid.ColumnOf(to))
        {
            return false;
        }

        ref var column = ref _columns[grid.ColumnOf(from)];
        column.Add(from, to, block.Count, block.NotFinite);
        Points += block.Count;
        if (block.Count > block.NotFinite)
        {
            column.Add(block.Least, block.Greatest, block.Sum);

            // Blocks follow each other in time without overlap, so that where one begins tells which is later.
            var (place, last) = grid.Axis == MetricAxis.Step ? (new(block.TopPlace.Step, block.TopPlace.Timestamp), block.Top) : (block.First, block.Last);
            column.AddLast(place, last);
        }

        return true;
    }

    public IReadOnlyList<MetricColumn> ToColumns() => [.. _columns.Where(column => column.Count > 0).Select(column => column.ToColumn())];

    private struct Sums
    {
        private long _from;
        private long _to;
        private long _notFinite;
        private double _least;
        private double _greatest;
        private double _sum;
        private HistoryPlace _lastPlace;
        private double _last;
        private bool _hasValue;
        private bool _hasLast;

        public long Count { get; private set; }

        public void Add(long from, long to, long count, long notFinite)
        {
            _from = Count == 0 ? from : Math.Min(_from, from);
            _to = Count == 0 ? to : Math.Max(_to, to);
            Count += count;
            _notFinite += notFinite;
        }

        public void Add(double least, double greatest, double sum)
        {
            _least = _hasValue ? Math.Min(_least, least) : least;
            _greatest = _hasValue ? Math.Max(_greatest, greatest) : greatest;
            _sum += sum;
            _hasValue = true;
        }

        /// <summary>Of values at one place the greatest is last.</summary>
        public void AddLast(HistoryPlace place, double value)
        {
            var order = _hasLast ? place.CompareTo(_lastPlace) : 1;
            if (order > 0 || (order == 0 && value > _last))
            {
                (_lastPlace, _last, _hasLast) = (place, value, true);
            }
        }

        public readonly MetricColumn ToColumn() => _hasValue
            ? new(_from, _to, Count, _notFinite, _least, _greatest, Mean(), _last)
            : new(_from, _to, Count, _notFinite, double.NaN, double.NaN, double.NaN, double.NaN);

        private readonly double Mean() => Math.Clamp(_sum / (Count - _notFinite) / PointBlock.SumScale, _least, _greatest);
    }
}
