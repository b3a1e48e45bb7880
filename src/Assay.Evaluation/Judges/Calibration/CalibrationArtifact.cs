using System.Text.Json;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Judges.Calibration;

/// <summary>
/// The calibrations of a run's judges as a file of the run, by the names of the scorers; noted in the run's summary and in its experiment, so
/// that later runs of the same judge show them too.
/// </summary>
public static class CalibrationArtifact
{
    /// <summary>The file's path among the run's artifacts.</summary>
    public const string Path = "assay_calibration.json";

    /// <summary>One calibration as JSON.</summary>
    public static byte[] ToJson(JudgeCalibration calibration) => JsonSerializer.SerializeToUtf8Bytes(calibration, CalibrationJson.Default.JudgeCalibration);

    /// <summary>Logs a calibration to the run whose scores were held against labels.</summary>
    public static async Task WriteAsync(
        IAssayStore store, Run run, string scorer, JudgeCalibration calibration, CancellationToken cancellationToken = default)
    {
        var all = await ReadAsync(store, run, cancellationToken).ConfigureAwait(false);
        all[scorer] = calibration;
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(all, CalibrationJson.Default.DictionaryStringJudgeCalibration));
        await store.Artifacts.WriteAsync(run.ArtifactUri, Path, content, cancellationToken).ConfigureAwait(false);
        var note = calibration.ToNote();
        await store.Tracking.LogBatchAsync(
            run.RunId, new RunBatch { Tags = [new Tag($"assay.calibration.{scorer}", note.ToString())] }, cancellationToken).ConfigureAwait(false);
        if (calibration.Judge is { } judge)
        {
            await new CalibrationNotes(store.Tracking).KeepAsync(run.ExperimentId, judge, note, cancellationToken).ConfigureAwait(false);
        }

        if (await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false) is { } summary)
        {
            var noted = summary.Scorers.Select(of => of.Scorer.Name == scorer ? of with { Calibration = note } : of);
            await SummaryArtifact.WriteAsync(store.Artifacts, run.ArtifactUri, summary with { Scorers = [.. noted] }, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Dictionary<string, JudgeCalibration>> ReadAsync(IAssayStore store, Run run, CancellationToken cancellationToken)
    {
        try
        {
            var content = await store.Artifacts.OpenReadAsync(run.ArtifactUri, Path, cancellationToken).ConfigureAwait(false);
            await using var closing = content.ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(content, CalibrationJson.Default.DictionaryStringJudgeCalibration, cancellationToken)
                .ConfigureAwait(false) ?? [];
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return [];
        }
        catch (JsonException)
        {
            // One that cannot be read is replaced: its calibrations can be made again.
            return [];
        }
    }
}
