using Assay.Data.Hub;

namespace Assay;

public abstract partial class Dataset
{
    /// <summary>
    /// Rows of a data set on the Hugging Face hub, by its row service: <c>Dataset.FromHub("imdb", new HubOptions { Split = "test", Sample =
    /// 1000, Seed = 1 })</c>. Pages are kept on disk by revision; a reading that broke goes on where it was, and rows that are there are read
    /// without a connection.
    /// </summary>
    /// <param name="name">The data set: <c>imdb</c>, <c>stanfordnlp/imdb</c>.</param>
    /// <param name="options">Which rows, and how to reach them.</param>
    /// <exception cref="BadInputException">The name or an option is wrong; what the hub refuses is found by <see cref="InspectAsync"/>.</exception>
    public static Dataset FromHub(string name, HubOptions? options = null) => FromHub($"hf:{name}", name, options ?? new HubOptions(), TimeProvider.System);

    /// <summary>The same; a clock for the waits between tries.</summary>
    internal static Dataset FromHub(string title, string name, HubOptions options, TimeProvider time)
    {
        HubName.Require(name);
        if (options is { Sample: not null, Head: not null })
        {
            throw new BadInputException($"{title}: sample and head exclude each other; give one");
        }

        Dataset dataset = FromSource(new HubSource(title, name, options, time), new DatasetOptions { IdColumn = options.IdColumn });
        return options.Sample is { } sample ? dataset.Sample(sample, options.Seed)
            : options.Head is { } head ? dataset.Head(head)
            : dataset;
    }
}
