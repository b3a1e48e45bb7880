using System.Globalization;
using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>What a run read and made: the folders <c>inputs</c> and <c>outputs</c> of a run, one subfolder with a <c>meta.yaml</c> for each.</summary>
/// <param name="experiment">The experiment's folder, where the data sets are.</param>
/// <param name="run">The run's folder.</param>
/// <param name="parts">Where what cannot be read is named.</param>
internal sealed class RunLinks(string experiment, string run, PartLog parts)
{
    public IReadOnlyList<DatasetInput> Inputs { get; private set; } = [];

    public IReadOnlyList<string> ModelInputs { get; private set; } = [];

    public IReadOnlyList<ModelOutput> ModelOutputs { get; private set; } = [];

    public RunLinks Read()
    {
        var (inputs, models) = (new List<DatasetInput>(), new List<string>());
        foreach (var (name, meta) in Metas("inputs"))
        {
            var id = meta.Filled("source_id") ?? "";
            if (meta.Text("source_type") is "DATASET" or "1")
            {
                Try($"data set {id}", () => inputs.Add(new DatasetInput(
                    Dataset(id), [.. meta.Map("tags").Select(tag => new Tag(tag.Key, tag.Value)).OrderBy(tag => tag.Key, StringComparer.Ordinal)])));
            }
            else if (id.StartsWith("m-", StringComparison.Ordinal))
            {
                models.Add(id);
            }
            else
            {
                parts.LeaveOut($"input {name}", $"it is of an unknown kind: '{meta.Text("source_type")}'");
            }
        }

        Inputs = inputs;
        ModelInputs = models;
        ModelOutputs = [.. Metas("outputs").Select(output => new ModelOutput(
            output.Meta.Filled("destination_id") ?? output.Name,
            long.TryParse(output.Meta.Text("step"), CultureInfo.InvariantCulture, out var step) ? step : 0))];
        return this;
    }

    private List<(string Name, Meta Meta)> Metas(string folder)
    {
        var metas = new List<(string Name, Meta Meta)>();
        foreach (var entry in SafeFolder.Folders(Path.Combine(run, folder)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            Try($"{folder}/{entry.Name}", () => metas.Add((entry.Name, MetaFile.Read(entry.FullName))));
        }

        return metas;
    }

    private DatasetReference Dataset(string id)
    {
        // The id becomes a part of a path.
        if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit))
        {
            throw new DamagedException("its id is none");
        }

        var meta = MetaFile.Read(Path.Combine(experiment, "datasets", id));
        return new DatasetReference(
            meta.Text("name") ?? "", meta.Text("digest") ?? "", meta.Text("source_type") ?? "", meta.Text("source") ?? "",
            meta.Text("schema"), meta.Text("profile"));
    }

    private void Try(string part, Action read)
    {
        try
        {
            read();
        }
        catch (Exception fault) when (fault is DamagedException or IOException or UnauthorizedAccessException)
        {
            parts.LeaveOut(part, fault.Message);
        }
    }
}
