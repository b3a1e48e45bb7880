using System.Text;
using Assay.Tracking;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Runs to look at.</summary>
internal static class RunSamples
{
    /// <summary>A run with a history, a few settings and files of all kinds.</summary>
    public static async Task<Run> LogAsync(IAssayStore store, string name, double accuracy)
    {
        var cancel = TestContext.Current.CancellationToken;
        var run = await store.Tracking.CreateRunAsync(new NewRun("0", name, "someone", StartTime: 1_700_000_000_000), cancel);
        var history = Enumerable.Range(0, 200).Select(step => new Metric("loss", step == 120 ? 5 : 1.0 / (step + 1), 1_700_000_000_000 + (step * 1000), step));
        await store.Tracking.LogBatchAsync(
            run.RunId,
            new RunBatch { Metrics = [.. history, new Metric("accuracy", accuracy, 1_700_000_000_000)], Params = [new("lr", "0.01"), new("prompt", new string('p', 400))] },
            cancel);
        await WriteAsync(store, run, "folder/table.csv", "question,score\n\"a, b\",0.5\n<b>c</b>,1\n");
        await WriteAsync(store, run, "data.json", """{"name": "x", "list": [1, 2, {"deep": true}]}""");
        await WriteAsync(store, run, "notes.md", "# Notes\n\nSome *text*, [a link](https://example.org) and ![a picture](https://example.org/x.png).\n\n<script>alert(1)</script>");
        await WriteAsync(store, run, "page.html", "<!doctype html><html lang=en><title>a page</title><h1 style='color:teal'>A page</h1><a href=/ target=_top>out</a></html>");
        await WriteAsync(store, run, "drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40' fill='teal'/><script>alert(1)</script></svg>");
        await WriteAsync(store, run, "long.txt", string.Join('\n', Enumerable.Range(0, 500).Select(i => $"line {i} {new string('.', 200)}")));
        await WriteAsync(store, run, "weights.bin", "\0\0\0");
        return await store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, 1_700_000_200_000), cancel);
    }

    public static Task WriteAsync(IAssayStore store, Run run, string path, string text) =>
        store.Artifacts.WriteAsync(run.ArtifactUri, path, new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
}
