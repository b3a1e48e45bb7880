using Assay.Evaluations;

namespace Assay.Wire;

/// <summary>The parameters of a search for rows.</summary>
internal static class RowQueryNames
{
    public const string RowId = "row_id";
    public const string Repeat = "repeat";
    public const string Failed = "failed";
    public const string Status = "status";
    public const string Contains = "contains";
    public const string Scores = "scores";
    public const string Unscored = "unscored";
    public const string OrderByScorer = "order_by_scorer";
    public const string Descending = "descending";
    public const string MaxResults = "max_results";
    public const string PageToken = "page_token";

    /// <summary>What a status is called in a query.</summary>
    public static string Of(RowStatus status) => status.ToString().ToLowerInvariant();
}
