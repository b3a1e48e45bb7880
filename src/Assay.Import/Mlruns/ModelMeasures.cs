using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>
/// What runs measured on the logged models of an experiment. It is kept with the models (<c>models/m-…/metrics/KEY</c>, the run in each line); here it
/// is asked for by run. Which models a run measured is looked up once an experiment and kept, a few words a run.
/// </summary>
internal sealed class ModelMeasures(string experiment, ImportLedger ledger)
{
    private readonly Lazy<Dictionary<string, List<string>>> _models = new(() => Index(experiment, ledger));

    public IEnumerable<Metric> Of(string runId)
    {
        if (!_models.Value.TryGetValue(runId, out var models))
        {
            yield break;
        }

        // What cannot be read has been named when the index was made.
        foreach (var folder in models)
        {
            foreach (var (key, line, run, behind) in Lines(folder, PartLog.Unheard))
            {
                if (run == runId)
                {
                    yield return RunMetrics.Point(key, line with { Rest = behind }) with { ModelId = Path.GetFileName(folder) };
                }
            }
        }
    }

    private static Dictionary<string, List<string>> Index(string experiment, ImportLedger ledger)
    {
        var index = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var folder in SafeFolder.Folders(Path.Combine(experiment, "models")))
        {
            foreach (var (_, _, run, _) in Lines(folder.FullName, new PartLog(ledger, $"logged model {folder.Name}")))
            {
                if (!index.TryGetValue(run, out var models))
                {
                    index[run] = models = [];
                }

                if (models.LastOrDefault() != folder.FullName)
                {
                    models.Add(folder.FullName);
                }
            }
        }

        return index;
    }

    private static IEnumerable<(string Key, MetricLine Line, string Run, string Behind)> Lines(string folder, PartLog parts)
    {
        foreach (var (key, file) in new KeyFolder(Path.Combine(folder, "metrics"), "metric", parts).Files())
        {
            foreach (var line in new MetricFile(file.FullName, $"metric '{key}'", parts).Read())
            {
                var space = line.Rest.IndexOf(' ', StringComparison.Ordinal);
                yield return (key, line, space < 0 ? line.Rest : line.Rest[..space], space < 0 ? "" : line.Rest[(space + 1)..]);
            }
        }
    }
}
