using System.Diagnostics;

namespace Assay.Tests;

/// <summary>The built <c>assay</c>, to be started as a process of its own, with its data in a test's folder.</summary>
internal static class AssayProgram
{
    private static readonly string Built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Assay.Cli/release/assay.dll"));

    public static ProcessStartInfo Start(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Built, .. arguments]) { WorkingDirectory = folder.Path };
        start.Environment["XDG_DATA_HOME"] = folder["data"];
        return start;
    }
}
