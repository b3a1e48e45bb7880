using System.Text.Json;
using System.Xml.Linq;
using Assay.Tests.Cli;
using Assay.Tests.Loopback;

namespace Assay.Tests.Samples;

/// <summary>Exercise 05 as its reader runs it: the files of <c>samples/lab-003</c> and the sample in C#, without a network.</summary>
[Collection(nameof(SampleProcess))]
public sealed class Lab003SampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Evaluate_AnswersFromTheRecording()
    {
        var json = await RunAsync("evaluate.yaml");

        json.GetProperty("rows").GetProperty("total").GetInt64().ShouldBe(60);
        json.GetProperty("rows").GetProperty("failed").GetInt64().ShouldBe(0);
        Metric(json, "accuracy/v1").ShouldBeInRange(0.2, 0.8);
        Metric(json, "perplexity/v1/corpus").ShouldBeInRange(1, 512);
        Metric(json, "review_perplexity/v1/corpus").ShouldBeGreaterThan(Metric(json, "perplexity/v1/corpus"));
    }

    [Fact]
    public async Task Overlap_IsOfAnswersWithTheirReviews()
    {
        var json = await RunAsync("overlap.yaml");

        json.GetProperty("rows").GetProperty("failed").GetInt64().ShouldBe(0);
        Metric(json, "corpus_bleu/v1").ShouldBeInRange(0, 0.1);
        Metric(json, "rouge1/v1/mean").ShouldBeInRange(0.001, 0.5);
        Metric(json, "rougeL/v1/mean").ShouldBeLessThanOrEqualTo(Metric(json, "rouge1/v1/mean"));
    }

    [Fact]
    public async Task OtherPromptOfTheLab_IsRecordedToo()
    {
        var json = await RunAsync("evaluate.yaml", "--prompt", "{{inputs}} Is it positive or negative? It is");

        json.GetProperty("rows").GetProperty("failed").GetInt64().ShouldBe(0);
        Metric(json, "accuracy/v1").ShouldBeLessThan(0.2);
    }

    [Fact]
    public async Task Grid_AsksTheEmbeddedModel_AndChooses()
    {
        var json = await RunAsync("grid.yaml");

        json.GetProperty("cells").GetArrayLength().ShouldBe(12);
        json.GetProperty("cells").EnumerateArray().ShouldAllBe(cell => cell.GetProperty("scored").GetInt64() == 60 && cell.GetProperty("failed").GetInt64() == 0);
        json.GetProperty("cells").EnumerateArray().ShouldContain(cell => cell.GetProperty("fastest_for_its_quality").GetBoolean());
        json.GetProperty("best").GetProperty("name").GetString()!.ShouldNotStartWith("question");
    }

    [Fact]
    public async Task Provider_AsksItsModelForLabelsOfTheHubsRows()
    {
        await using var hub = await HubServer.StartAsync();
        await using var chat = await ChatServer.StartAsync();
        chat.Otherwise = call => ScriptedReply.Text(call.Prompt.EndsWith("7.", StringComparison.Ordinal) ? "Not positive." : "Positive.");

        var json = await RunAsync(
            "provider.yaml", ["--data", "hf:films?split=test&sample=200&seed=1"], ("HF_ENDPOINT", hub.Address.ToString()), ("ASSAY_CACHE", _folder["cache"]),
            ("OPENAI_BASE_URL", chat.BaseUrl), ("OPENAI_API_KEY", "sk-1"));

        chat.Calls.Count.ShouldBe(200);
        Metric(json, "accuracy/v1").ShouldBeInRange(0.3, 0.6);
    }

    [Fact]
    public async Task Lab003_PrintsFiguresAndAVerdict_AndDrawsThem()
    {
        var output = await SampleProcess.RunAsync(_folder, "lab-003.cs", _folder["lab.db"]);

        output.ShouldContain("corpus_bleu/v1, second prompt, overlap");
        output.ShouldContain("perplexity/v1/corpus, second prompt, overlap");
        output.ShouldContain("second prompt: better");
        XDocument.Load(_folder["lab.svg"]).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public async Task Demo_ComparesPrompts_WithEvidenceAndWithout()
    {
        var result = await AssayProcess.RunAsync(_folder, ["demo"]);

        result.Code.ShouldBe(0, result.Error);
        result.Output.ShouldContain(" better ");
        result.Output.ShouldContain("no evidence of a difference");
    }

    private Task<JsonElement> RunAsync(string file, params string[] options) => RunAsync(file, options, []);

    private async Task<JsonElement> RunAsync(string file, string[] options, params (string, string)[] variables)
    {
        var result = await AssayProcess.RunAsync(
            _folder, ["evaluate", Repository.File($"samples/lab-003/{file}"), "--tracking-uri", "lab.db", "--json", .. options], null, variables);
        result.Code.ShouldBe(0, result.Error);
        return result.Json;
    }

    private static double Metric(JsonElement json, string key) => json.GetProperty("metrics").GetProperty(key).GetDouble();
}
