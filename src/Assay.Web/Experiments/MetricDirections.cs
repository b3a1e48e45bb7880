using System.Collections.Concurrent;
using Assay.Scoring;

namespace Assay.Web.Experiments;

/// <summary>Which way a metric is better, by the name of the scorer that logs such keys; none where no scorer of Assay's has that name.</summary>
internal static class MetricDirections
{
    private static readonly HashSet<string> Known = [.. Scorers.Names];
    private static readonly ConcurrentDictionary<string, ScorerDescription?> Descriptions = new();

    public static ScoreDirection Of(string key)
    {
        var name = key.Split('/', 2)[0];
        return Known.Contains(name) && Descriptions.GetOrAdd(name, Describe) is { } scorer ? scorer.DirectionOf(key) : ScoreDirection.None;
    }

    private static ScorerDescription? Describe(string name)
    {
        try
        {
            return Scorers.OfRecorded([name], mayCallServices: false) is [var scorer] && scorer.Description.Name == name ? scorer.Description : null;
        }
        catch (BadInputException)
        {
            // It needs parameters or a model: nothing is known by its name alone.
            return null;
        }
    }
}
