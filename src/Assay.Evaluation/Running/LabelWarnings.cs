using System.Globalization;
using Assay.Data;
using Assay.Formats;

namespace Assay.Running;

/// <summary>What the reference column gives reason to warn of before anything is asked.</summary>
internal static class LabelWarnings
{
    /// <summary>That every row has the same reference: an answer that never changes would be right everywhere.</summary>
    public static IEnumerable<string> Of(Dataset dataset, DatasetProfile profile, string? reference)
    {
        if (profile.Schema.FirstOrDefault(column => column.Name == reference) is not { Values: [var only], Filled: > 1 } column)
        {
            yield break;
        }

        var headed = dataset.Steps.Any(step => step.Settings.Any(setting => setting.Key == "head"));
        yield return string.Create(CultureInfo.InvariantCulture,
            $"all {column.Filled} rows have the same {reference}, \"{OneLine.Of(only.Value, 60)}\": figures say nothing of other answers; ")
            + (headed ? "the data may be sorted: draw rows at random with --sample instead of --head" : "take rows of every class");
    }
}
