using System.Text.Json;

namespace Assay.Tests.Cli;

/// <summary>A store with two evaluations of labels, one of them under a hostile name, and a grid of the built-in model; made once.</summary>
public sealed class PlottedStore : IAsyncLifetime
{
    public const string Hostile = "[red]<b>\"&</b> =\"var(--paper,#fff)\" 東京\u202E";

    internal TemporaryFolder Folder { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await EvaluateAsync("one", i => i % 2 == 0);
        await EvaluateAsync(Hostile, i => i % 4 != 1);
        File.WriteAllLines(Folder["stories.jsonl"], Enumerable.Range(0, 16).Select(i => JsonSerializer.Serialize(new { inputs = $"Once upon a time {i}", ground_truth = "there was a little girl" })));
        File.WriteAllText(Folder["grid.yaml"], """
            data: stories.jsonl
            model: local:stories260K
            scorer: [rouge1, rougeL]
            choose-by: rouge1
            score-cut: true
            run-name: stories
            price: ["local:stories260K=0.1/0.4"]
            tracking-uri: lab.db
            grid:
              max-tokens: [4, 12]
              temperature: [0, 0.9]
            """);
        await CallAsync("evaluate", "grid.yaml");
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task EvaluateAsync(string name, Func<int, bool> isRight)
    {
        string[] labels = ["positive", "negative"];
        File.WriteAllLines(Folder["data.jsonl"], Enumerable.Range(0, 60).Select(i => JsonSerializer.Serialize(new
        {
            inputs = $"question {i}", ground_truth = labels[i / 3 % 2], answer = labels[isRight(i) ? i / 3 % 2 : 1 - (i / 3 % 2)],
        })));
        await CallAsync(
            "evaluate", "--data", "data.jsonl", "--predictions", "answer", "--scorer", "exact_match", "--scorer", "levenshtein", "--scorer", "f1", "--run-name", name, "--tracking-uri", "lab.db");
    }

    private async Task CallAsync(params string[] arguments)
    {
        var result = await AssayProcess.RunAsync(Folder, arguments);
        result.Code.ShouldBe(0, result.Error);
    }
}
