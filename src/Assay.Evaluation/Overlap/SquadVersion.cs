namespace Assay.Overlap;

/// <summary>Which of SQuAD's evaluation scripts.</summary>
public enum SquadVersion
{
    /// <summary>Version 1.1: nothing in common is 0, also when both texts are empty once normalised.</summary>
    V1 = 1,

    /// <summary>Version 2.0, with questions that have no answer: an empty text against an empty reference is right.</summary>
    V2 = 2,
}
