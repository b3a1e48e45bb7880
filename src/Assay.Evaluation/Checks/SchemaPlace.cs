namespace Assay.Checks;

/// <summary>Where a value stands in its document, and how many rules deep its check is.</summary>
/// <param name="Pointer">A JSON pointer; empty for the document itself.</param>
/// <param name="Depth">Rules within rules.</param>
/// <param name="Work">What the check of the whole document may still cost.</param>
internal readonly record struct SchemaPlace(string Pointer, int Depth, SchemaWork Work)
{
    /// <summary>The same place a rule deeper.</summary>
    /// <exception cref="EndlessSchemaException">That is too deep, or the check has cost too much.</exception>
    public SchemaPlace Deeper()
    {
        Work.Take(Depth);
        return this with { Depth = Depth + 1 };
    }

    public SchemaPlace Child(string name) =>
        new($"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", Depth, Work);

    public SchemaPlace Child(int index) => new($"{Pointer}/{index}", Depth, Work);

    public string Fault(string what) => $"{(Pointer.Length == 0 ? "the document" : Pointer)} {what}";
}
