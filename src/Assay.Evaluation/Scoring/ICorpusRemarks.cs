namespace Assay.Scoring;

/// <summary>A corpus that has something to say about its rows: one class only, figures that are undefined and why.</summary>
public interface ICorpusRemarks
{
    /// <summary>What the reader should know before believing the figures, a sentence each, for the run's warnings; empty for nothing.</summary>
    IReadOnlyList<string> Remarks { get; }
}
