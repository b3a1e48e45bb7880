using System.Diagnostics;
using Assay.Tests;

namespace Assay.Conformance.Tests;

/// <summary>The wrapper script on a copy of the sources: builds once, also when two are started; says so on standard error; builds again after a change.</summary>
public sealed class WrapperTests : IDisposable
{
    private static readonly string[] Parts =
        ["assay", "tools/build-app.sh", "src", "samples/data", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    private readonly string _folder = Directory.CreateTempSubdirectory("assay-wrapper-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Wrapper_BuildsOnce_AndAgainAfterAChange()
    {
        foreach (var part in Parts)
        {
            await RunAsync("sh", ["-c", $"mkdir -p \"$1/$(dirname {part})\" && cp -r {part} \"$1/{part}\"", "copy", _folder], Repository.File(""));
        }

        // Started at once from nothing: one builds, both run.
        var both = await Task.WhenAll(VersionAsync(), VersionAsync());
        both.ShouldAllBe(run => run.Code == 0 && run.Output == both[0].Output);
        both[0].Output.ShouldMatch(@"^assay \d+\.\d+\.\d+\n$");
        both.Count(run => run.Error.Contains("building for the first time", StringComparison.Ordinal)).ShouldBe(1);
        Directory.GetFiles(Path.Combine(_folder, "artifacts", "app", "current"), "built").ShouldNotBeEmpty();

        (await VersionAsync()).ShouldBe(new ProgramRun(0, both[0].Output, ""));

        var source = Path.Combine(_folder, "src", "Assay.Cli", "AssayVersion.cs");
        var text = await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(source, text.Replace("?? \"unknown\"", "?? \"unknown\" + 1 +", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var broken = await VersionAsync();
        broken.Code.ShouldBe(70);
        broken.Output.ShouldBeEmpty();
        broken.Error.ShouldContain("AssayVersion.cs");

        await File.WriteAllTextAsync(source, text, TestContext.Current.CancellationToken);
        var mended = await VersionAsync();
        mended.Output.ShouldBe(both[0].Output);
        mended.Error.ShouldContain("a source has changed");
    }

    private Task<ProgramRun> VersionAsync() => RunAsync(Path.Combine(_folder, "assay"), ["--version"], _folder);

    private static Task<ProgramRun> RunAsync(string program, string[] arguments, string folder) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }, TestContext.Current.CancellationToken);
}
