namespace Assay.Storage.Tracking;

/// <summary>What every search checks first.</summary>
internal static class SearchRules
{
    private const int MostResults = 50_000;

    public static void CheckMaxResults(int maxResults, int most = MostResults)
    {
        if (maxResults < 1)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Invalid value {maxResults} for parameter 'max_results' supplied. It must be a positive integer");
        }

        if (maxResults > most)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Invalid value {maxResults} for parameter 'max_results' supplied. It must be at most {most}");
        }
    }

    /// <summary>
    /// Filters and orderings enter a search's SQL beside the call of this; until they do, they are refused rather than ignored.
    /// </summary>
    public static void RefuseFilter(string? filter, IReadOnlyList<string> orderBy)
    {
        if (!string.IsNullOrWhiteSpace(filter))
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"This store does not filter yet. Leave the filter '{filter}' out");
        }

        if (orderBy.Count > 0)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"This store does not sort by request yet. Leave the order_by '{string.Join(", ", orderBy)}' out");
        }
    }

    /// <summary>A condition on a stage column.</summary>
    public static string Stage(Assay.Tracking.ViewType view, string column) => view switch
    {
        Assay.Tracking.ViewType.ActiveOnly => $"{column} = 0",
        Assay.Tracking.ViewType.DeletedOnly => $"{column} = 1",
        _ => "1 = 1",
    };
}
