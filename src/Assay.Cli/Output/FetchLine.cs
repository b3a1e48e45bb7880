namespace Assay.Cli.Output;

/// <summary>One line on the terminal that tells how many pages of a data set are there; nothing where standard error is no terminal.</summary>
internal sealed class FetchLine : IProgress<FetchProgress>, IDisposable
{
    private readonly StatusLine _line = new();

    public void Report(FetchProgress value)
    {
        _line.Show(() => FormattableString.Invariant($"{value.Dataset}: {value.Pages:N0} of {value.TotalPages:N0} pages"), isLast: value.Pages >= value.TotalPages);
        if (value.Pages >= value.TotalPages)
        {
            _line.Dispose();
        }
    }

    public void Dispose() => _line.Dispose();
}
