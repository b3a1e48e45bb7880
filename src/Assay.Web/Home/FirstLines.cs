using Assay.Web.Components;

namespace Assay.Web.Home;

/// <summary>What to run so that something appears: lines that work as they stand, with the address that they log to.</summary>
internal static class FirstLines
{
    /// <summary>Whether programs can log to that address, and not only commands of this program.</summary>
    public static bool IsServer(string trackingUri) => trackingUri.StartsWith("http", StringComparison.Ordinal);

    public static string Python(string trackingUri) => $"""
        pip install mlflow
        export MLFLOW_TRACKING_URI={trackingUri}
        python -c "import mlflow; mlflow.log_metric('accuracy', 0.9)"
        """;

    public static string CSharp(string trackingUri) => $$"""
        using Assay.Client;

        await using var client = await AssayClient.ConnectAsync("{{trackingUri}}");
        await client.RunAsync("first", async run => await run.LogMetricAsync("accuracy", 0.9));
        """;

    public static string CommandLine(string trackingUri) => $"""
        assay evaluate --data sample:open-qa --head 20 --model local:stories260K \
          --max-tokens 60 --score-cut --scorer perplexity \
          --tracking-uri {Shell.Quote(trackingUri)}
        """;
}
