namespace Assay.Tests;

/// <summary>The sources that the tests were built from: documents that tests keep true, tools that <c>./test</c> installs.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(Find);

    /// <summary>The path of a file in it.</summary>
    public static string File(string path) => Path.Combine(Root.Value, path);

    /// <summary>A program that <c>./test</c> installs from npm; an environment variable may name it elsewhere.</summary>
    public static string Tool(string variable, string path)
    {
        var file = Environment.GetEnvironmentVariable(variable) ?? File($"artifacts/test-tools/node_modules/{path}");
        return System.IO.File.Exists(file)
            ? file
            : throw new InvalidOperationException($"There is no {file}: run ./test, which installs it, or name its {Path.GetFileName(path)} in {variable}.");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Assay.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the repository");
        }

        return folder.FullName;
    }
}
