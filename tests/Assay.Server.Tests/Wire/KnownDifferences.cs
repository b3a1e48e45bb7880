namespace Assay.Server.Tests.Wire;

/// <summary>What Assay answers otherwise than what was recorded, and why.</summary>
internal static class KnownDifferences
{
    /// <summary>Accepted in silence there, refused here: a value of a wrong type, a parameter that would be cut, a view that there is not.</summary>
    public static readonly string[] Stricter = ["batch bad metric", "param too long", "bad run_view_type"];

    /// <summary>There a page of HTML, here JSON: only the status is the same.</summary>
    public static readonly string[] StatusOnly = ["unknown route", "unknown api", "wrong method"];

    /// <summary>
    /// Here without what was refused before; the version is the one that we are compatible with; and a page that holds all there is has no token for
    /// an empty one after it.
    /// </summary>
    public static readonly string[] OtherContent = ["get deleted", "version", "search_runs(client)"];

    /// <summary>The message begins as there and then says something more useful than an SQL statement, or than nothing.</summary>
    public static readonly string[] OtherEnding = ["duplicate experiment", "not json", "artifact traversal", "artifact list traversal"];

    /// <summary>What is not there: an error of the server there, the caller's here.</summary>
    public static readonly string[] NotFound = ["artifact missing"];
}
