namespace Assay.Data.Delimited;

/// <summary>What came of splitting a record.</summary>
internal enum DelimitedState
{
    /// <summary>All fields are there.</summary>
    Whole,

    /// <summary>The record goes on behind the bytes at hand.</summary>
    NeedsMore,

    /// <summary>The data end inside quotes.</summary>
    Unclosed,

    /// <summary>A closing quote is followed by neither separator nor line end.</summary>
    TextAfterQuote,
}
