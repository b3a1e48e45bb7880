namespace Assay.Checks;

/// <summary>A schema by which a document cannot be checked in a sensible time: no fault of the document, which a rule above could turn into a pass.</summary>
internal sealed class EndlessSchemaException(string why) : Exception(why);
