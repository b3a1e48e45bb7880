namespace Assay.Overlap;

/// <summary>What stands for an n-gram precision of 0, whose logarithm would make the whole score 0 (Chen and Cherry 2014).</summary>
public enum BleuSmoothing
{
    /// <summary>Halved with each order that has no match: the first such counts as half a match, the next as a quarter (mteval-v13a).</summary>
    Exp,

    /// <summary>Nothing: the score is 0.</summary>
    None,

    /// <summary>A small number of matches, 0.1 unless another is given.</summary>
    Floor,

    /// <summary>A number added to matches and n-grams of every order but the first, 1 unless another is given.</summary>
    AddK,
}
