using Assay.Data;

namespace Assay.Tests.Data;

/// <summary>Reads a data set as an evaluation does: inspected first, then row by row.</summary>
internal static class DatasetReading
{
    public static async Task<List<Row>> RowsAsync(this Dataset dataset)
    {
        var profile = await dataset.InspectAsync(TestContext.Current.CancellationToken);
        var rows = new List<Row>();
        await foreach (var row in dataset.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        profile.Rows.ShouldBe(rows.Count);
        return rows;
    }

    public static async Task<List<string>> JsonAsync(this Dataset dataset) => [.. (await dataset.RowsAsync()).Select(row => row.ToJson())];

    public static Task<DatasetProfile> ProfileAsync(this Dataset dataset) => dataset.InspectAsync(TestContext.Current.CancellationToken);

    public static Dataset OfText(string text, DataFormat? format = null, DatasetOptions? options = null) =>
        OfBytes(System.Text.Encoding.UTF8.GetBytes(text), format, options);

    public static Dataset OfBytes(byte[] bytes, DataFormat? format = null, DatasetOptions? options = null) =>
        Dataset.FromStream(new MemoryStream(bytes), "data", (options ?? new DatasetOptions()) with { Format = format });

    /// <summary>The message of the error that inspecting must give.</summary>
    public static async Task<string> ErrorAsync(this Dataset dataset)
    {
        var error = await Should.ThrowAsync<BadInputException>(async () => await dataset.InspectAsync(TestContext.Current.CancellationToken));
        error.Message.ShouldNotContain("\n");
        return error.Message;
    }
}
