using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Judges.Calibration;

/// <summary>
/// The calibrations of an experiment's judges, in tags of the experiment: one made on one run speaks for every run whose scores the same
/// judge gives, and for no other judge.
/// </summary>
internal sealed class CalibrationNotes(ITrackingStore store)
{
    private const string Prefix = "assay.judge.";

    /// <summary>Keeps a note for a judge.</summary>
    public Task KeepAsync(string experimentId, JudgeIdentity judge, CalibrationNote note, CancellationToken cancellationToken) =>
        store.SetExperimentTagAsync(experimentId, new Tag(Key(judge), JsonSerializer.Serialize(note, Compact.CalibrationNote)), cancellationToken);

    /// <summary>The summaries with what is known of their judges.</summary>
    public async Task<IReadOnlyList<ScorerSummary>> AddToAsync(
        IReadOnlyList<ScorerSummary> scorers, string experimentId, CancellationToken cancellationToken)
    {
        if (scorers.All(scorer => scorer.Scorer.Judge is null))
        {
            return scorers;
        }

        var experiment = await store.GetExperimentAsync(experimentId, cancellationToken).ConfigureAwait(false);
        var tags = experiment.Tags.Where(tag => tag.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(tag => tag.Key, tag => tag.Value);
        return [.. scorers.Select(scorer => scorer.Scorer.Judge is { } judge && tags.TryGetValue(Key(judge), out var text)
            ? scorer with { Calibration = Read(text) } : scorer)];
    }

    private static CalibrationJson Compact { get; } = new(new JsonSerializerOptions(CalibrationJson.Default.Options) { WriteIndented = false });

    private static string Key(JudgeIdentity judge) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(judge.ToString())).AsSpan(0, 8));

    private static CalibrationNote? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CalibrationJson.Default.CalibrationNote);
        }
        catch (JsonException)
        {
            // Somebody's own tag of that name is no calibration.
            return null;
        }
    }
}
