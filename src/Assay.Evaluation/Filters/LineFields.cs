using Assay.Data;

namespace Assay.Filters;

/// <summary>Where the parts of a line's object lie, and the values that scorers need.</summary>
internal struct LineFields
{
    public FieldValue Prediction;
    public string? WhyNoPrediction;
    public FieldValue Reference;
    public string? Input;
    public string? Context;

    /// <summary>The members that stay, when scores of before are taken out; null when all stay.</summary>
    public List<Range>? Kept;

    /// <summary>Where the first member that stays begins.</summary>
    public int Start;

    /// <summary>Behind the last member that stays, or behind the opening brace when there is none.</summary>
    public int End;

    /// <summary>Whether a member stays.</summary>
    public bool HasMembers;
}
