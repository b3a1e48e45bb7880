using Assay.Data.Hub;
using Assay.Data.Sources;

namespace Assay;

public abstract partial class Dataset
{
    /// <summary>A sample that comes with Assay, such as <c>sentiment</c>; <see cref="BundledSample.All"/> lists them.</summary>
    /// <exception cref="BadInputException">There is no sample of that name.</exception>
    public static Dataset Bundled(string name, DatasetOptions? options = null) => FromSource(new BundledSource(name), options);

    /// <summary>
    /// Rows from wherever an address says: <c>hf:NAME[:CONFIG]?split=test&amp;sample=N&amp;seed=S</c> of the Hugging Face hub,
    /// <c>sample:NAME</c>, <c>-</c> for standard input, anything else a file.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="options">How to read it. A hub's address has its own choice of rows, which goes before <see cref="DatasetOptions.Head"/>.</param>
    /// <param name="progress">Hears of pages that are fetched.</param>
    /// <exception cref="BadInputException">The address cannot be understood.</exception>
    public static Dataset FromAddress(string address, DatasetOptions? options = null, IProgress<FetchProgress>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        if (address.StartsWith(BundledSource.Prefix, StringComparison.Ordinal))
        {
            return Bundled(address[BundledSource.Prefix.Length..], options);
        }

        if (!address.StartsWith(HubAddress.Prefix, StringComparison.Ordinal))
        {
            return FromFile(address, options);
        }

        var (name, hub) = HubAddress.Parse(address);
        var dataset = FromHub(address, name, hub with { IdColumn = options?.IdColumn, Progress = progress }, TimeProvider.System);
        return options?.Head is { } head ? dataset.Head(head) : dataset;
    }

    /// <summary>Whether an address names a file, and not rows of the hub, a sample, or standard input.</summary>
    public static bool IsFile(string address) =>
        address != "-" && !address.StartsWith(HubAddress.Prefix, StringComparison.Ordinal) && !address.StartsWith(BundledSource.Prefix, StringComparison.Ordinal);
}
