using Assay.Tracking;

namespace Assay.Cli.Commands;

/// <summary>A run as a user names it: its id, the beginning of it, or <c>last</c>.</summary>
internal static class StoredRun
{
    public static async Task<Run> FindAsync(ITrackingStore store, string id, CancellationToken cancellationToken)
    {
        if (id.Length == 32)
        {
            return await store.GetRunAsync(id, cancellationToken).ConfigureAwait(false);
        }

        var isLast = id == "last";
        var selection = new RunSelection(isLast ? 1 : 2) { Filter = isLast ? null : $"run_id LIKE '{Prefix(id)}%'" };
        var found = await StoreQueries.RunsAsync(store, selection, cancellationToken).ConfigureAwait(false);
        return found switch
        {
            [(_, var run)] => run,
            [] => throw new BadInputException($"no run begins with '{id}'; 'assay runs' lists them"),
            _ => throw new BadInputException($"more than one run begins with '{id}'; give more of the id"),
        };
    }

    // Ids are letters and digits; anything else would mean something in a filter.
    private static string Prefix(string id) =>
        id.All(char.IsAsciiLetterOrDigit) ? id : throw new BadInputException($"no run begins with '{id}'; 'assay runs' lists them");
}
