using Assay.Scoring;
using Assay.Tracking;

namespace Assay.Web.Runs;

/// <summary>Some metrics of the newest runs of an experiment: what a figure is held against at a glance.</summary>
public sealed class SiblingValues
{
    private readonly Dictionary<string, List<double>> _values = new(StringComparer.Ordinal);

    /// <param name="run">The run that the others are beside; it counts among them whether it is one of the newest or not.</param>
    /// <param name="siblings">The newest runs.</param>
    public SiblingValues(Run run, IReadOnlyList<Run> siblings)
    {
        Runs = siblings.Count(sibling => sibling.RunId != run.RunId);
        foreach (var metric in siblings.Where(sibling => sibling.RunId != run.RunId).SelectMany(sibling => sibling.Metrics).Concat(run.Metrics))
        {
            if (!double.IsFinite(metric.Value))
            {
                continue;
            }

            if (!_values.TryGetValue(metric.Key, out var values))
            {
                _values.Add(metric.Key, values = []);
            }

            values.Add(metric.Value);
        }
    }

    /// <summary>How many other runs were looked at.</summary>
    public int Runs { get; }

    /// <summary>Where a value stands; null when there is nothing to hold it against.</summary>
    public Standing? Of(string key, double value, ScoreDirection direction = ScoreDirection.None)
    {
        if (!double.IsFinite(value) || !_values.TryGetValue(key, out var values) || values.Count < 2)
        {
            return null;
        }

        var ahead = values.Count(other => direction == ScoreDirection.Lower ? other < value : other > value);
        return new Standing(ahead + 1, values);
    }
}
