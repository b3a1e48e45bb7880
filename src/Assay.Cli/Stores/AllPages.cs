namespace Assay.Cli.Stores;

/// <summary>All of a list that is short enough to be shown, read in pages.</summary>
internal static class AllPages
{
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        Func<string?, CancellationToken, Task<Page<T>>> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        string? next = null;
        do
        {
            var page = await read(next, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Items);
            next = page.NextPageToken;
        }
        while (next is not null);

        return all;
    }
}
