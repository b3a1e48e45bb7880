namespace Assay.Web.Visits;

/// <summary>Who looks at a page, and what they may do.</summary>
/// <param name="Name">The user's name; null where nobody has to say who they are.</param>
/// <param name="MayWrite">Whether they may change experiments and runs.</param>
/// <param name="MayAdminister">Whether they may govern users and the server.</param>
public sealed record Visitor(string? Name, bool MayWrite, bool MayAdminister)
{
    /// <summary>Whether an API token in a header says who it is: what governs users and tokens is not for programs.</summary>
    public bool IsProgram { get; init; }

    /// <summary>The id of the session that the browser holds; null where it is not by one that they are known.</summary>
    public string? Session { get; init; }

    /// <summary>Everyone, where authentication is off.</summary>
    public static Visitor Anyone { get; } = new(null, MayWrite: true, MayAdminister: true);
}
