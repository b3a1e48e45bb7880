using System.Diagnostics;
using Assay.Models;
using Assay.Models.Local;

namespace Assay.Benchmarks;

/// <summary>How many tokens a second the built-in model writes and reads, on one core.</summary>
internal static class LocalModelRates
{
    public static async Task PrintAsync()
    {
        var model = LocalModel.Open("stories260K");
        var request = new ModelRequest
        {
            Messages = [new Message("user", "Once upon a time")],
            Parameters = new CallParameters { Temperature = 0, MaxTokens = 256 },
        };
        await PrintBestAsync("stories260K, writing 256 tokens", async () => (await model.AskAsync(request, default)).Usage!.Output!.Value);

        var story = (await model.AskAsync(request with { Parameters = new CallParameters { Temperature = 0 } }, default)).Text!;
        await PrintBestAsync("stories260K, reading a given text", async () => (await model.LikelihoodAsync(story, null, default)).Count);
    }

    private static async Task PrintBestAsync(string what, Func<Task<long>> job)
    {
        double best = 0;
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            long tokens = 0;
            while (watch.ElapsedMilliseconds < 1000) tokens += await job();
            best = Math.Max(best, tokens / watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine($"{what}: {best:N0} tokens/s");
    }
}
