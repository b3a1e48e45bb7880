using System.Text;
using System.Text.Json;
using Assay.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Data;

public sealed class DigestTests
{
    /// <summary>Computed by another program from the documented layout: stored runs are resumed by it.</summary>
    [Fact]
    public async Task A_digest_is_the_same_for_ever()
    {
        var dataset = Dataset.Of(new { inputs = "Qu’est-ce que MLflow ?", n = 1.5, none = (string?)null });

        (await dataset.RowsAsync())[0].Digest.ShouldBe("658cf723b8431bf8bb9515692a9dd134");
        (await dataset.ProfileAsync()).Digest.ShouldBe("95e0883e7231535a613e9b5b35e28706");
    }

    [Theory]
    [InlineData("{\"a\":\"xy\",\"b\":\"z\"}", "{\"a\":\"x\",\"b\":\"yz\"}")]
    [InlineData("{\"a\":\"1\"}", "{\"a\":1}")]
    [InlineData("{\"a\":null}", "{\"a\":\"\"}")]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}")]
    [InlineData("{\"a\":\"null\"}", "{\"a\":null}")]
    public async Task Different_contents_have_different_digests(string one, string other)
    {
        var rows = await DatasetReading.OfText(one + "\n" + other).RowsAsync();

        rows[0].Digest.ShouldNotBe(rows[1].Digest);
    }

    [Fact]
    public async Task White_space_and_escapes_in_json_do_not_matter()
    {
        var rows = await DatasetReading.OfText("{\"a\":\"é\",\"o\":{\"k\":[1,\"😀\"]}}\n{ \"\\u0061\" : \"\\u00e9\", \"o\": {\"k\" :[1, \"\\ud83d\\ude00\"] } }").RowsAsync();

        rows[1].Digest.ShouldBe(rows[0].Digest);
        rows[1].Id.ShouldBe(rows[0].Digest + "-2");
    }

    [Fact]
    public async Task The_digest_of_a_data_set_depends_on_the_order_of_rows()
    {
        var one = await DatasetReading.OfText("a\n1\n2\n").ProfileAsync();
        var other = await DatasetReading.OfText("a\n2\n1\n").ProfileAsync();

        one.Digest.Length.ShouldBe(32);
        one.Digest.ShouldNotBe(other.Digest);
    }

    [Fact]
    public void Whatever_is_written_as_csv_comes_back_with_the_digest_that_it_has_as_json()
    {
        var cell = Gen.OneOf(
            Gen.Constant<string?>(null),
            ArbMap.Default.GeneratorFor<string?>(),
            Gen.Elements<string?>("", ",", "\"", "a\"b", "\r", "\n", "x\r\ny", " padded ", "\"\"", "é😀", ";\t"));
        var table = Gen.ListOf(Gen.ArrayOf(cell, 3), 5).Select(rows => rows.Select(row => row.Select(Whole).ToArray()).ToArray());

        Prop.ForAll(table.ToArbitrary(), rows => SameRows(rows)).QuickCheckThrowOnFailure();
    }

    private static bool SameRows(string?[][] rows)
    {
        string[] columns = ["a", "b,\"c\"", "d"];
        var csv = new StringBuilder(string.Join(',', columns.Select(Quote)) + "\n");
        var json = new StringBuilder();
        foreach (var row in rows)
        {
            csv.AppendJoin(',', row.Select(Quote)).Append("\r\n");
            json.AppendLine(JsonSerializer.Serialize(columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)));
        }

        var fromCsv = DatasetReading.OfText(csv.ToString(), DataFormat.Csv).ProfileAsync().GetAwaiter().GetResult();
        var fromJson = DatasetReading.OfText(json.ToString(), DataFormat.JsonLines).ProfileAsync().GetAwaiter().GetResult();
        return fromCsv.Digest == fromJson.Digest && fromCsv.Rows == rows.Length;
    }

    private static string Quote(string? value) => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Without halves of characters, which UTF-8 cannot hold.</summary>
    private static string? Whole(string? text) => text is null ? null : new UTF8Encoding().GetString(new UTF8Encoding().GetBytes(text));
}
