namespace Assay.Tests.Data;

public sealed class FormatTests : IDisposable
{
    private const string Csv = "inputs,ground_truth\nWhat is MLflow?,\"A platform, \"\"open\"\" source\"\nE o Spark?,Um motor\n";
    private const string Rows = """{"inputs":"What is MLflow?","ground_truth":"A platform, \"open\" source"}|{"inputs":"E o Spark?","ground_truth":"Um motor"}""";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Files => new()
    {
        { "data.csv", Csv },
        { "data.CSV", Csv },
        { "data.csv", Csv.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "data.csv", "\uFEFF" + Csv },
        { "data.csv", "inputs;ground_truth\nWhat is MLflow?;\"A platform, \"\"open\"\" source\"\nE o Spark?;Um motor" },
        { "data.tsv", "inputs\tground_truth\nWhat is MLflow?\tA platform, \"open\" source\nE o Spark?\tUm motor\n" },
        { "data.jsonl", Rows.Replace('|', '\n') },
        { "data.ndjson", "\n" + Rows.Replace("|", "\r\n\r\n", StringComparison.Ordinal) + "\n\n" },
        { "data.json", "[" + Rows.Replace('|', ',') + "]" },
        { "data.json", " [\n" + Rows.Replace("|", "\n,\n", StringComparison.Ordinal) + "]\n\n" },
        { "data.json", Rows.Replace('|', '\n') },
        {
            "data.json",
            """{"columns": ["inputs", "ground_truth"], "index": [0, 1], "data": [["What is MLflow?", "A platform, \"open\" source"], ["E o Spark?", "Um motor"]]}"""
        },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_same_rows_come_out_of_every_format_with_the_same_digest(string name, string content)
    {
        var plain = Dataset.FromFile(_folder.Write(name, content));
        var zipped = Dataset.FromFile(_folder.WriteGzip(name + ".gz", content));

        string.Join('|', await plain.JsonAsync()).ShouldBe(Rows);
        string.Join('|', await zipped.JsonAsync()).ShouldBe(Rows);
        (await plain.ProfileAsync()).Digest.ShouldBe((await DatasetReading.OfText(Csv).ProfileAsync()).Digest);
        (await zipped.ProfileAsync()).Columns.ShouldBe(["inputs", "ground_truth"]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_stream_without_a_name_is_told_by_its_first_bytes(string name, string content)
    {
        name.ShouldStartWith("data.");
        string.Join('|', await DatasetReading.OfText(content).JsonAsync()).ShouldBe(Rows);
        string.Join('|', await DatasetReading.OfBytes(GzipText.Gzip(System.Text.Encoding.UTF8.GetBytes(content))).JsonAsync()).ShouldBe(Rows);
    }

    [Fact]
    public async Task An_empty_cell_is_no_value_and_a_quoted_one_the_empty_text()
    {
        var rows = await DatasetReading.OfText("a,b\n,\"\"\n").RowsAsync();

        rows[0].Value("a").IsNull.ShouldBeTrue();
        rows[0].Value("b").Text.ShouldBe("");
        rows[0].ToJson().ShouldBe("""{"a":null,"b":""}""");
    }

    [Fact]
    public async Task A_quoted_value_keeps_its_lines_and_a_quote_inside_a_bare_value_is_a_character()
    {
        (await DatasetReading.OfText("a,b\n\"one\r\ntwo\",5\" disk\n").JsonAsync()).ShouldBe(["""{"a":"one\r\ntwo","b":"5\" disk"}"""]);
    }

    [Fact]
    public async Task Json_values_stay_as_they_were_written_on_one_line()
    {
        var row = (await DatasetReading.OfText("[{\"n\": 1.10, \"t\": true, \"o\": {\n \"k\": [1, \"caf\\u00e9\"] }, \"z\": null}]").RowsAsync()).Single();

        row.ToJson().ShouldBe("""{"n":1.10,"t":true,"o":{"k":[1,"café"]},"z":null}""");
        row["n"].ShouldBe("1.10");
        row.Value("n").IsText.ShouldBeFalse();
    }

    [Fact]
    public async Task Rows_may_have_different_columns_and_all_are_listed()
    {
        var profile = await DatasetReading.OfText("{\"a\":1}\n{\"b\":2,\"a\":3}\n{}\n").ProfileAsync();

        profile.Columns.ShouldBe(["a", "b"]);
        profile.Rows.ShouldBe(3);
    }

    [Fact]
    public async Task Head_reads_no_further_than_it_must()
    {
        var rows = await DatasetReading.OfText("{\"a\":1}\n{\"a\":2}\nbroken", options: new DatasetOptions { Head = 2 }).JsonAsync();

        rows.ShouldBe(["""{"a":1}""", """{"a":2}"""]);
    }

    [Fact]
    public async Task A_row_longer_than_the_window_is_read_whole()
    {
        var text = new string('é', 1_000_000);
        foreach (var content in new[] { $"a,b\n1,\"{text}\"\n2,x\n", $"[{{\"a\":\"1\",\"b\":\"{text}\"}},{{\"a\":\"2\",\"b\":\"x\"}}]", $"{{\"a\":\"1\",\"b\":\"{text}\"}}\n{{\"a\":\"2\",\"b\":\"x\"}}" })
        {
            var rows = await DatasetReading.OfText(content).RowsAsync();
            rows.Select(row => row["b"]!.Length).ShouldBe([1_000_000, 1]);
        }
    }
}
