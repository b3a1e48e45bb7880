using Assay.Tracking;

namespace Assay.Import;

/// <summary>
/// The notes that an import leaves on a run. They are kept in the target itself, because then they are as durable as what they speak of, are
/// seen by an import from another machine, and cannot be lost apart from the run as a journal beside it could.
/// </summary>
internal static class RunMarker
{
    /// <summary>Where the run was copied from; written with the run itself, so a run without it is not an import's to touch.</summary>
    public const string Source = "assay.import.source";

    /// <summary>The fingerprint of what was copied; written after the last part of it.</summary>
    public const string Complete = "assay.import.complete";

    public static bool IsImported(Run run) => Find(run, Source) is not null;

    public static bool IsComplete(Run run, string fingerprint) => Find(run, Complete) == fingerprint;

    /// <summary>The notes of a run that are its own: those of an earlier import, into the source, are left behind.</summary>
    public static IEnumerable<Tag> OwnTags(Run run) => run.Tags.Where(tag => tag.Key is not (Source or Complete));

    private static string? Find(Run run, string key) => run.Tags.FirstOrDefault(tag => tag.Key == key)?.Value;
}
