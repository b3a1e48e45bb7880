
namespace Assay.Grids;

/// <summary>One combination: what is asked of which model about which data.</summary>
/// <param name="Places">Where it stands on each axis that has several options.</param>
/// <param name="Setting">The number of its combination apart from the data set: cells of one setting differ in their data only.</param>
/// <param name="Model">The model.</param>
/// <param name="Evaluation">The evaluation that it is.</param>
internal sealed record GridCell(IReadOnlyList<GridPlace> Places, int Setting, GridModel Model, Evaluation Evaluation)
{
    /// <summary>For tables and as the run's name: <c>short · 0.7 · gpt-4o</c>.</summary>
    public string Name { get; } = NameOf(Places);

    public static string NameOf(IEnumerable<GridPlace> places)
    {
        var name = string.Join(" · ", places.Select(place => place.Axis is GridAxis.Temperature ? $"t={place.Option}" : place.Axis is GridAxis.MaxTokens ? $"max {place.Option}" : place.Option));
        return name.Length == 0 ? "the only cell" : name;
    }
}
