using Assay.Tests.Loopback;

namespace Assay.Tests.Cli;

public sealed class DataCommandTests
{
    [Fact]
    public async Task Without_an_address_the_samples_are_listed()
    {
        using var folder = new TemporaryFolder();

        var result = await AssayProcess.RunAsync(folder, ["data", "--json"]);

        result.Code.ShouldBe(0);
        result.Json.EnumerateArray().Select(item => item.GetProperty("data").GetString()).ShouldBe(BundledSample.All.Select(sample => $"sample:{sample.Name}"));
    }

    [Fact]
    public async Task A_file_is_shown_with_digest_columns_and_its_first_rows()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["films.csv"], "text,label\n" + string.Concat(Enumerable.Range(0, 20).Select(n => $"Film {n},{(n < 5 ? "pos" : "neg")}\n")));

        var json = (await AssayProcess.RunAsync(folder, ["data", "films.csv", "--where", "label = 'neg'", "--sample", "10", "--seed", "1", "--json"])).Json;
        var table = await AssayProcess.RunAsync(folder, ["data", "films.csv"]);

        json.GetProperty("rows").GetInt64().ShouldBe(10);
        json.GetProperty("digest").GetString()!.Length.ShouldBe(32);
        json.GetProperty("preview").GetArrayLength().ShouldBe(5);
        json.GetProperty("columns")[1].GetProperty("values")[0].GetProperty("rows").GetInt64().ShouldBe(10);
        json.GetProperty("source").GetProperty("steps").GetArrayLength().ShouldBe(2);
        table.Output.ShouldContain("neg: 15, pos: 5");
        table.Output.ShouldContain("""1  {"text":"Film 0","label":"pos"}""");
    }

    [Theory]
    [InlineData("--sample and --head exclude each other", "--sample", "1", "--head", "1")]
    [InlineData("give --sample N too", "--stratify", "label")]
    [InlineData("write gpt2:1024 or COLUMN=gpt2:1024", "--truncate", "gtp2:10")]
    [InlineData("--sample: '0' is not a whole number of at least 1", "--sample", "0")]
    [InlineData("character 9: a value is expected", "--where", "label = neg")]
    public async Task What_cannot_be_done_is_one_line(string message, params string[] options)
    {
        using var folder = new TemporaryFolder();

        var result = await AssayProcess.RunAsync(folder, ["data", "sample:sentiment", .. options]);

        result.Code.ShouldBe(2);
        result.Error.ShouldContain(message);
        result.Error.TrimEnd().ShouldNotContain("\n");
    }

    [Fact]
    public async Task Rows_of_the_hub_are_evaluated_and_taken_up_without_a_connection()
    {
        using var folder = new TemporaryFolder();
        var server = await HubServer.StartAsync();
        (string, string)[] variables = [("HF_ENDPOINT", server.Address.ToString()), ("ASSAY_CACHE", folder["cache"]), ("HF_TOKEN", "hf_secret")];
        await File.WriteAllTextAsync(
            folder["films.yaml"], "data: hf:films?split=test&sample=30&seed=2&label_names=true\ninput: text\nreference: label_name\npredictions: label_name\nscorer: exact_match\ntracking-uri: films.db\njson: true\n");

        var online = await AssayProcess.RunAsync(folder, ["evaluate", "films.yaml"], null, variables);
        await server.DisposeAsync();
        var offline = await AssayProcess.RunAsync(folder, ["evaluate", "films.yaml", "--resume", "last"], null, variables);

        online.Code.ShouldBe(0, online.Error);
        offline.Code.ShouldBe(0, offline.Error);
        offline.Error.ShouldContain("its rows are those kept on this machine");
        offline.Json.GetProperty("rows").GetProperty("resumed").GetInt64().ShouldBe(30);
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains("hf_secret"));
    }
}
