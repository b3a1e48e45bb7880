namespace Assay.Filters;

/// <summary>Why a line cannot be scored.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Place">Where in the line; null for the line as a whole.</param>
internal sealed record LineFault(string What, string? Place = null)
{
    /// <summary>A line of more bytes than a line may have.</summary>
    public static LineFault TooLong { get; } = new($"longer than {Data.RowLimit.Text}");

    /// <summary>For an error record, which has the line's number itself.</summary>
    public override string ToString() => Place is null ? What : $"{Place}: {What}";

    /// <summary>The error that ends the filter.</summary>
    public BadInputException ToException(string source, long line) =>
        new($"{source}, line {line}{(Place is null ? "" : ", ")}{Place}: {What}; correct it, or give --keep-going for an error record in its place");
}
