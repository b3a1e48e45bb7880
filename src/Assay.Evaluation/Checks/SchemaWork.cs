namespace Assay.Checks;

/// <summary>
/// What the check of one document may cost: a schema that refers to itself goes on for ever, and one whose parts each refer twice to the next
/// takes a time that doubles with every part.
/// </summary>
/// <param name="documentBytes">How long the document is: a long one may cost more.</param>
internal sealed class SchemaWork(long documentBytes)
{
    private const int Deepest = 400;

    private long _left = 1_000_000 + 64 * documentBytes;

    /// <summary>Counts one rule.</summary>
    /// <exception cref="EndlessSchemaException">There is nothing left.</exception>
    public void Take(int depth)
    {
        if (depth > Deepest) throw new EndlessSchemaException("the schema refers to itself without end");
        if (--_left < 0) throw new EndlessSchemaException("the schema's parts refer to each other too often");
    }
}
