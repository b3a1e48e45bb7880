namespace Assay.Models;

/// <summary>The header that shows who asks.</summary>
/// <param name="Name"><c>Authorization</c> or <c>api-key</c>.</param>
/// <param name="Value">The secret.</param>
internal readonly record struct KeyHeader(string Name, string Value)
{
    // A record would print the secret wherever it is formatted.
    public override string ToString() => Name;
}

/// <summary>Gives the header of a call; null for services that want none.</summary>
internal delegate ValueTask<KeyHeader?> ServiceKey(CancellationToken cancellationToken);
