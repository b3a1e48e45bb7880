using System.Globalization;
using Assay.Tracking;

namespace Assay.Comparisons;

/// <summary>Finds the run that a user means: by id, the beginning of one, name, or <c>last</c> and <c>last~1</c> for the one before it.</summary>
public static class RunLookup
{
    private const int PageSize = 1000, WholeId = 32;

    /// <summary>The run. Throws <see cref="BadInputException"/> when there is none, or several.</summary>
    public static async Task<Run> FindAsync(ITrackingStore store, string run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(run);
        if (run.Length == WholeId && run.All(char.IsAsciiHexDigit))
        {
            try
            {
                return await store.GetRunAsync(run, cancellationToken).ConfigureAwait(false);
            }
            catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
            {
                throw new BadInputException($"no run '{run}'; 'assay runs' lists them", missing);
            }
        }

        if (Back(run) is { } back)
        {
            var newest = await SearchAsync(store, null, back + 1, cancellationToken).ConfigureAwait(false);
            return newest.Count > back ? newest[back] : throw new BadInputException($"'{run}': there are only {newest.Count} runs; 'assay runs' lists them");
        }

        var named = run.Contains('\'', StringComparison.Ordinal) ? [] :
            await SearchAsync(store, $"attributes.run_name = '{run}'", 2, cancellationToken).ConfigureAwait(false);
        var begun = named.Count > 0 || run.Length == 0 || !run.All(char.IsAsciiLetterOrDigit) ? named :
            await SearchAsync(store, $"attributes.run_id LIKE '{run}%'", 2, cancellationToken).ConfigureAwait(false);
        return begun switch
        {
            [var only] => only,
            [] => throw new BadInputException($"no run is named '{run}' and no id begins with it; 'assay runs' lists them"),
            _ when named.Count > 0 => throw new BadInputException($"more than one run is named '{run}'; give the id instead, as 'assay runs' lists it"),
            _ => throw new BadInputException($"more than one run begins with '{run}'; give more of the id"),
        };
    }

    // "last" is 0 back, "last~2" two.
    private static int? Back(string run) =>
        run == "last" ? 0
        : run.StartsWith("last~", StringComparison.Ordinal) && int.TryParse(run.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var back) ? back
        : null;

    private static async Task<IReadOnlyList<Run>> SearchAsync(ITrackingStore store, string? filter, int most, CancellationToken cancellationToken)
    {
        var experiments = new List<string>();
        var query = new ExperimentQuery { MaxResults = PageSize };
        do
        {
            var page = await store.SearchExperimentsAsync(query, cancellationToken).ConfigureAwait(false);
            experiments.AddRange(page.Items.Select(experiment => experiment.ExperimentId));
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);

        var runs = await store.SearchRunsAsync(
            new RunQuery { ExperimentIds = experiments, Filter = filter, MaxResults = most }, cancellationToken).ConfigureAwait(false);
        return runs.Items;
    }
}
