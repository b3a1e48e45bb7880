using System.Text.Json;

namespace Assay.Web.Runs.Inputs;

/// <summary>Where a data set comes from, out of the JSON that was logged.</summary>
/// <param name="Place">A file, an address, a name; null when there is none.</param>
/// <param name="Details">What else is said of it.</param>
internal sealed record DatasetSource(string? Place, IReadOnlyList<(string Name, string Value)> Details)
{
    private const int MostDetails = 20;

    // As MLflow's sources call it; of a table by a query the query is the place.
    private static readonly string[] Places = ["uri", "url", "path", "table_name", "delta_table_name", "sql", "mlflow.source.name"];

    /// <summary>What is written of it; text that is no JSON object is the place itself.</summary>
    public static DatasetSource Of(string source)
    {
        if (LoggedJson.Parse(source) is not { ValueKind: JsonValueKind.Object } json)
        {
            return new DatasetSource(source, []);
        }

        var said = LoggedJson.Fields(json).SelectMany(Said).ToList();
        var place = Places.SelectMany(name => said.Where(detail => detail.Name == name)).Select(detail => (detail.Name, detail.Value)).FirstOrDefault();
        return new DatasetSource(place.Value, [.. said.Where(detail => detail.Name != place.Name).Take(MostDetails)]);
    }

    // Tags of a program and steps of a choice lie one level deeper. MLflow writes a split that was not said as the word None.
    private static IEnumerable<(string Name, string Value)> Said((string Name, JsonElement Value) field) => (field.Name, field.Value.ValueKind) switch
    {
        ("tags", JsonValueKind.Object) => LoggedJson.Fields(field.Value).Select(tag => (tag.Name, LoggedJson.Text(tag.Value))),
        ("steps", JsonValueKind.Array) => LoggedJson.Items(field.Value).SelectMany(LoggedJson.Fields).Select(step => (step.Name, LoggedJson.Text(step.Value))),
        _ when LoggedJson.Text(field.Value) is "None" or "" => [],
        _ => [(field.Name, LoggedJson.Text(field.Value))],
    };
}
