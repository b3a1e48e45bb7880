using Assay.Scoring;

namespace Assay.Judges;

/// <summary>A scorer whose scores a model gives.</summary>
internal interface IJudgeScorer : IScorer
{
    /// <summary>The model that is asked.</summary>
    JudgeModel Model { get; }
}
