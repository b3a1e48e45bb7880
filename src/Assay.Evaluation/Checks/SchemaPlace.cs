namespace Assay.Checks;

/// <summary>Where a value stands in its document, and how many rules deep its check is.</summary>
/// <param name="Pointer">A JSON pointer; empty for the document itself.</param>
/// <param name="Depth">Rules within rules.</param>
internal readonly record struct SchemaPlace(string Pointer, int Depth)
{
    public SchemaPlace Child(string name) =>
        new($"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", Depth);

    public SchemaPlace Child(int index) => new($"{Pointer}/{index}", Depth);

    public string Fault(string what) => $"{(Pointer.Length == 0 ? "the document" : Pointer)} {what}";
}
