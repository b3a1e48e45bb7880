namespace Assay.Reports.Rows;

/// <summary>Why a row is in the sample: it failed, it has one of the worst scores of a scorer, or its place in the data set.</summary>
/// <param name="Failed">Chosen because it failed.</param>
/// <param name="Scorer">Chosen for its score of this scorer.</param>
internal readonly record struct RowChoice(bool Failed, string? Scorer)
{
    public static RowChoice ForPlace { get; }

    public static RowChoice ForFailure { get; } = new(true, null);

    public static RowChoice ForScore(string scorer) => new(false, scorer);
}
