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

    /// <summary>A condition on a stage column.</summary>
    public static string Stage(Assay.Tracking.ViewType view, string column) => view switch
    {
        Assay.Tracking.ViewType.ActiveOnly => $"{column} = 0",
        Assay.Tracking.ViewType.DeletedOnly => $"{column} = 1",
        _ => $"{column} IN (0, 1)",
    };
}
