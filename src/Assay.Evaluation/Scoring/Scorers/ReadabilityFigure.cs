using Assay.Readability;

namespace Assay.Scoring.Scorers;

/// <summary>A figure of a text's readability.</summary>
/// <param name="Name">The name it is asked for by.</param>
/// <param name="Summary">What it says, in a sentence.</param>
/// <param name="Unit">Its unit; null for none.</param>
/// <param name="Of">Makes it; NaN where the reference has none for the language.</param>
internal sealed record ReadabilityFigure(string Name, string Summary, string? Unit, Func<ReadabilityText, double> Of)
{
    /// <summary>Whether it means little for a text of another language than the one asked for.</summary>
    public bool IsOfLanguage { get; init; }

    /// <summary>Whether words are looked up in a list of easy ones.</summary>
    public bool LooksUpWords { get; init; }
}
