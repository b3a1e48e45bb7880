namespace Assay.Tests.Models;

/// <summary>A path for a file that is deleted with it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".jsonl");

    public string Text => File.ReadAllText(Path);

    public string[] Lines => File.ReadAllLines(Path);

    public void Dispose() => File.Delete(Path);
}
