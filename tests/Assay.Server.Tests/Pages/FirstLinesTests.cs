using Assay.Client;
using Assay.Tests;
using Assay.Tracking;
using Assay.Web.Home;

namespace Assay.Server.Tests.Pages;

/// <summary>The lines of C# that home shows are those of this file, which are compiled and run.</summary>
public sealed class FirstLinesTests
{
    [Fact]
    public async Task CSharp_lines_are_true()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LogAsync(server.Address.ToString());

        var runs = await server.Store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] }, TestContext.Current.CancellationToken);
        runs.Items.ShouldHaveSingleItem().Metrics.ShouldHaveSingleItem().Value.ShouldBe(0.9);
        var here = await File.ReadAllTextAsync(Repository.File("tests/Assay.Server.Tests/Pages/FirstLinesTests.cs"), TestContext.Current.CancellationToken);
        var lines = FirstLines.CSharp("URL").Replace("\"URL\"", "url", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(line => here.Contains(line.Trim(), StringComparison.Ordinal));
    }

    private static async Task LogAsync(string url)
    {
        await using var client = await AssayClient.ConnectAsync(url);
        await client.RunAsync("first", async run => await run.LogMetricAsync("accuracy", 0.9));
    }
}
