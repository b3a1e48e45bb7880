using Assay.Tracking;
using Assay.Web.Components;

namespace Assay.Web.Experiments;

/// <summary>What people wrote about an experiment.</summary>
internal static class ExperimentNote
{
    public static string? Of(Experiment experiment) => experiment.Tags.FirstOrDefault(tag => tag.Key == KnownTags.Note)?.Value;

    public static string? FirstLine(Experiment experiment) =>
        Of(experiment)?.Split('\n').Select(line => line.Trim().TrimStart('#').Trim()).FirstOrDefault(line => line.Length > 0);
}
