namespace Assay.Statistics;

/// <summary>The intervals of one column of scores: the method is chosen by the kind of figure, the scale of the scores and their number.</summary>
internal sealed class ColumnIntervals
{
    private const string NotFinite = "not every score is finite";

    private readonly double[] _scores;
    private readonly RowGroups? _groups;
    private readonly Interval? _scale;
    private readonly IntervalOptions _options;
    private readonly bool _finite;

    /// <param name="scores">One score a row.</param>
    /// <param name="groups">The rows that belong together; null when each is on its own.</param>
    /// <param name="scale">The least and the greatest score that there can be; null when there is none.</param>
    /// <param name="options">What is wanted.</param>
    public ColumnIntervals(double[] scores, RowGroups? groups, Interval? scale, IntervalOptions options)
    {
        (_scores, _scale, _options) = (scores, scale, options);
        _groups = groups is null || groups.Count == scores.Length ? null : groups;
        _finite = Array.TrueForAll(scores, double.IsFinite);
    }

    /// <summary>Of a share, where the scores are 0 and 1, or a row's own share over its repeats.</summary>
    public IntervalEstimate Share()
    {
        if (!_finite || _options.Method is IntervalMethod.Student || _options.IsBootstrap)
        {
            return Mean();
        }

        if (_groups is null && Array.TrueForAll(_scores, score => score is 0 or 1))
        {
            return ConfidenceIntervals.Proportion(_scores.Count(score => score == 1), _scores.Length, _options.Confidence, _options.Method);
        }

        var tooFew = _groups is null && _scores.Length > 1 ? null : IntervalLimits.WhyTooFew(_scores.Length, _groups);
        return tooFew is not null ? IntervalEstimate.None(tooFew)
            : _options.Method == IntervalMethod.LogitT ? Bounded(new(0, 1), logit: true)
            : Bounded(new(0, 1), logit: false);
    }

    /// <summary>Of the mean.</summary>
    public IntervalEstimate Mean()
    {
        if (WhyNone() is { } why)
        {
            return IntervalEstimate.None(why);
        }

        if (_options.IsBootstrap)
        {
            return Resampled(rows => Aggregates.Mean(rows));
        }

        if (_scale is { } scale && _options.Method != IntervalMethod.Student)
        {
            return Bounded(scale, logit: true);
        }

        var estimate = Estimate();
        return estimate.StandardError > 0
            ? IntervalEstimate.Of(MeanIntervals.Student(estimate, _options.Confidence), Named("Student t"))
            : IntervalEstimate.None("all scores are the same, so how far others may be off cannot be told");
    }

    /// <summary>Of a quantile.</summary>
    public IntervalEstimate Quantile(double share, double[] sorted)
    {
        if (WhyNone() is { } why)
        {
            return IntervalEstimate.None(why);
        }

        if (_options.IsBootstrap || _groups is not null)
        {
            return Resampled(rows =>
            {
                Array.Sort(rows);
                return Aggregates.Percentile(rows, share * 100);
            });
        }

        var interval = QuantileInterval.Of(sorted, share, _options.Confidence);
        var open = (double.IsInfinity(interval.Low), double.IsInfinity(interval.High)) switch
        {
            (false, false) => null,
            (false, true) => "no upper end",
            (true, false) => "no lower end",
            _ => "no end on either side",
        };
        return new(interval, "order statistics", open is null ? null
            : $"{open}: it needs {QuantileInterval.RowsForEnd(share, _options.Confidence)} scored rows, and there are {sorted.Length}");
    }

    /// <summary>Of the variance.</summary>
    public IntervalEstimate Variance(double[] sorted) =>
        WhyNone() is { } why ? IntervalEstimate.None(why)
        : _options.IsBootstrap || _groups is not null ? Resampled(rows => Aggregates.Variance(rows))
        : VarianceInterval.Of(sorted, _options.Confidence) is { } interval ? IntervalEstimate.Of(interval, "Bonett")
        : IntervalEstimate.None("all scores are the same, so how much others may vary cannot be told");

    private string? WhyNone() => IntervalLimits.WhyTooFew(_scores.Length, _groups) ?? (_finite ? null : NotFinite);

    private IntervalEstimate Bounded(Interval scale, bool logit)
    {
        var estimate = Estimate();
        return estimate.StandardError == 0 || estimate.Mean <= scale.Low || estimate.Mean >= scale.High
            ? IntervalEstimate.Of(MeanIntervals.OfConstant(estimate, scale, _options.Confidence), Named("Clopper-Pearson bound"))
            : logit ? IntervalEstimate.Of(MeanIntervals.LogitT(estimate, scale, _options.Confidence), Named("logit-t"))
            : IntervalEstimate.Of(MeanIntervals.EffectiveWilson(estimate, scale, _options.Confidence), Named("Wilson, effective n"));
    }

    private MeanEstimate Estimate() => _groups is null ? MeanEstimate.Of(_scores) : MeanEstimate.Of(_scores, _groups);

    private IntervalEstimate Resampled(Func<double[], double?> figure)
    {
        IReadOnlyList<double?> Figures(ReadOnlySpan<int> rows)
        {
            var chosen = new double[rows.Length];
            for (var i = 0; i < chosen.Length; i++)
            {
                chosen[i] = _scores[rows[i]];
            }

            return [figure(chosen)];
        }

        return ResampledIntervals.Of(_groups ?? RowGroups.None(_scores.Length), _groups is not null, [figure([.. _scores])], Figures, _options)[0]!;
    }

    private string Named(string method) => _groups is null ? method : method + ", clustered";
}
