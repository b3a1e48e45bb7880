using System.Runtime.CompilerServices;
using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>A run's folder: <c>meta.yaml</c>, <c>params</c>, <c>metrics</c>, <c>tags</c>, <c>artifacts</c>, and since 2.4 and 3.0 <c>inputs</c> and <c>outputs</c>.</summary>
internal sealed class MlrunsRun(string experiment, string folder, ModelMeasures measures, ArtifactFolders artifacts) : IRunSource
{
    private readonly string _id = Path.GetFileName(folder);
    private string _artifactUri = "";

    public string Name => $"run {Path.GetFileName(experiment)}/{_id}";

    public Task<SourceRun> ReadAsync(PartLog parts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tags = new KeyFolder(Path.Combine(folder, "tags"), "tag", parts).Values().Select(tag => new Tag(tag.Key, tag.Value)).ToList();
        var links = new RunLinks(experiment, folder, parts).Read();
        var run = RunMeta.Read(MetaFile.Read(folder), _id, tags) with
        {
            Params = [.. new KeyFolder(Path.Combine(folder, "params"), "parameter", parts).Values().Select(param => new Param(param.Key, param.Value))],
            Inputs = links.Inputs,
            ModelInputs = links.ModelInputs,
            ModelOutputs = links.ModelOutputs,
        };
        _artifactUri = run.ArtifactUri;
        return Task.FromResult(new SourceRun(run, Fingerprint(run)));
    }

    public async IAsyncEnumerable<Metric> PointsAsync(PartLog parts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var point in RunMetrics.Read(folder, parts).Concat(measures.Of(_id)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return point;
        }
    }

    public IArtifactTree? Artifacts(PartLog parts) => artifacts.Find(folder, _artifactUri, parts);

    /// <summary>Metric files only grow, so their sizes stand for what is in them: they need not be read to see that nothing is new. What is wrong with
    /// one is named when its points are read.</summary>
    private string Fingerprint(Run run)
    {
        using var print = new RunFingerprint();
        print.Add(run);
        foreach (var (key, file) in new KeyFolder(Path.Combine(folder, "metrics"), "metric", PartLog.Unheard).Files())
        {
            print.Add("f", key, RunFingerprint.Number(file.Length));
        }

        return print.Text();
    }
}
