namespace Assay.Charts;

/// <summary>Where the lines of a chart lie: its scales, and the place of each line's label.</summary>
internal sealed class LineGeometry
{
    public const double Height = 260, Left = 62, Top = 12, Bottom = 222;
    private const double LabelHeight = 13, NamesWidth = 120, Edge = 16, LeastMargin = 1e-300;
    private const int MostTicks = 7;
    private readonly bool _isLog;
    private readonly Scale _y;

    public LineGeometry(LineFigure figure)
    {
        _isLog = figure.IsLog;
        Right = figure.Width - (figure.Series.Count > 1 ? NamesWidth : Edge);
        var points = figure.Series.SelectMany(series => series.Points).Where(HasPlace).ToList();
        IsEmpty = points.Count == 0;

        // A stretch of a line where there is nothing to draw keeps its room.
        var xs = figure.Series.SelectMany(series => series.Points).Select(point => point.X).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        (XLow, XHigh) = (xs.Min(), xs.Max());
        (Low, High) = IsEmpty ? (0, 1) : Reach(points);
        X = new Scale(XLow, XHigh, Left, Right);
        _y = new Scale(Place(Low), Place(High), Bottom, Top);
    }

    /// <summary>The right end of the plot: further out where a single line needs no name.</summary>
    public double Right { get; }

    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsEmpty { get; }

    public double XLow { get; }

    public double XHigh { get; }

    /// <summary>The lower end of the vertical axis.</summary>
    public double Low { get; }

    /// <summary>Its upper end.</summary>
    public double High { get; }

    public Scale X { get; }

    /// <summary>Where a value lies on the vertical axis.</summary>
    public double Y(double value) => _y[Place(_isLog && value <= 0 ? Low : value)];

    /// <summary>Whether a point can be drawn: it is finite, and above 0 on an axis of powers.</summary>
    public bool HasPlace(LinePoint point) => double.IsFinite(point.Y) && double.IsFinite(point.X) && (!_isLog || point.Y > 0);

    /// <summary>The stretches of a line that can be drawn: what has no place in between breaks it.</summary>
    public IReadOnlyList<IReadOnlyList<LinePoint>> Pieces(IReadOnlyList<LinePoint> points)
    {
        var pieces = new List<List<LinePoint>>();
        var goesOn = false;
        foreach (var point in points)
        {
            var has = HasPlace(point);
            if (has && !goesOn)
            {
                pieces.Add([]);
            }

            if (has)
            {
                pieces[^1].Add(point);
            }

            goesOn = has;
        }

        return pieces;
    }

    /// <summary>The labels of the vertical axis.</summary>
    public Ticks YTicks() => _isLog ? Powers() : Ticks.Nice(Low, High, MostTicks);

    /// <summary>The places of labels that want to stand at these heights, moved apart so that none covers another, in the same order.</summary>
    public static double[] Apart(IReadOnlyList<double> wanted)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        var places = new double[wanted.Count];
        var above = Top - LabelHeight;
        foreach (var i in order)
        {
            above = places[i] = Math.Max(wanted[i], above + LabelHeight);
        }

        var below = Bottom + LabelHeight;
        foreach (var i in order.Reverse())
        {
            below = places[i] = Math.Min(places[i], below - LabelHeight);
        }

        return places;
    }

    private double Place(double value) => _isLog ? Math.Log10(value) : value;

    private (double Low, double High) Reach(List<LinePoint> points)
    {
        var ends = points.SelectMany(point => new[] { point.Y, point.Low, point.High }).Where(value => double.IsFinite(value) && (!_isLog || value > 0)).ToList();
        var (low, high) = (ends.Min(), ends.Max());
        if (_isLog)
        {
            return high > low ? (low, high) : (low / 2, high * 2);
        }

        // About a value that never changes a twentieth of it; about 0 a whole.
        var margin = high > low ? (high - low) * 0.04 : low == 0 ? 1 : Math.Max(Math.Abs(low) * 0.05, LeastMargin);
        return double.IsFinite(high - low + margin + margin) ? (low - margin, high + margin) : (low, high);
    }

    // Every power of ten in sight, or every second, third … when there are many; round values where there is hardly one.
    private Ticks Powers()
    {
        var (first, last) = ((int)Math.Ceiling(Math.Log10(Low) - 1e-9), (int)Math.Floor(Math.Log10(High) + 1e-9));
        if (last - first < 1)
        {
            var ticks = Ticks.Nice(Low, High);
            return ticks with { Values = [.. ticks.Values.Where(value => value > 0)] };
        }

        var apart = ((last - first) / 6) + 1;
        return new Ticks([.. Enumerable.Range(0, ((last - first) / apart) + 1).Select(i => Math.Pow(10, first + (i * apart)))], Math.Clamp(-first, 0, 12));
    }
}
