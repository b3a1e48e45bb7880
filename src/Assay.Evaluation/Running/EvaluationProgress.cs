namespace Assay.Running;

/// <summary>How far an evaluation is.</summary>
/// <param name="RunId">The run that it is logged as.</param>
/// <param name="Total">Rows in all.</param>
/// <param name="Done">Rows that are stored, the failed and the taken-over ones among them.</param>
/// <param name="Failed">Rows without an answer.</param>
/// <param name="Resumed">Rows taken over from before.</param>
/// <param name="Tokens">Tokens of the calls so far.</param>
/// <param name="Elapsed">Time since the first row was begun.</param>
public readonly record struct EvaluationProgress(
    string RunId, long Total, long Done, long Failed, long Resumed, long Tokens, TimeSpan Elapsed)
{
    /// <summary>Rows a second since the start of this run or resumption; 0 at the start.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? (Done - Resumed) / Elapsed.TotalSeconds : 0;

    /// <summary>The time that the rest will take at that rate; null when it cannot be told.</summary>
    public TimeSpan? Left => Rate > 0 ? TimeSpan.FromSeconds((Total - Done) / Rate) : null;
}
