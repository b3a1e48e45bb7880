namespace Assay.Storage.Access;

/// <summary>A token that was just made, with its text: the only moment at which that can be had. No record: one would print it.</summary>
public sealed class NewApiToken(ApiToken token, string text)
{
    /// <summary>What is kept of it.</summary>
    public ApiToken Token => token;

    /// <summary>What its holder sends.</summary>
    public string Text => text;
}
