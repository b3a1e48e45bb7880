namespace Assay.Judges;

/// <summary>A text that a judge looks at.</summary>
/// <param name="Name"><c>input</c>, <c>output</c>, <c>reference</c>, <c>context</c>, or the name of a column of the data.</param>
/// <param name="IsOptional">Whether a row without it is judged all the same; written with a question mark, <c>input?</c>.</param>
public sealed record JudgeInput(string Name, bool IsOptional = false)
{
    /// <summary>What it is called before the judge.</summary>
    public string Label => Name switch
    {
        "input" => "QUESTION",
        "output" => "ANSWER",
        "reference" => "REFERENCE",
        "context" => "CONTEXT",
        _ => Name.ToUpperInvariant().Replace(' ', '_'),
    };
}
