using Assay.Storage.Maintenance;

namespace Assay.Cli.Output;

/// <summary>One line on the terminal that tells how far a collection is; nothing where standard error is no terminal.</summary>
internal sealed class GarbageLine : IProgress<GarbageProgress>, IDisposable
{
    private readonly bool _shown = !Console.IsErrorRedirected;
    private int _width;

    public void Report(GarbageProgress value)
    {
        if (_shown)
        {
            var text = FormattableString.Invariant(
                $"{value.Done:N0} of {value.Marked.Total:N0} deleted, {value.Rows:N0} rows, {value.ArtifactFolders:N0} artifact folders");
            Console.Error.Write("\r" + text.PadRight(_width));
            _width = text.Length;
        }
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            Console.Error.Write("\r" + new string(' ', _width) + "\r");
        }
    }
}
