namespace Assay.Classification;

/// <summary>A corpus (<see cref="Assay.Scoring.ICorpus"/>) of rows with an expected and a predicted class.</summary>
public interface IConfusionCorpus
{
    /// <summary>Which class was taken for which, over all rows.</summary>
    ConfusionMatrix Confusion { get; }
}
