using Assay.Import;

namespace Assay.Cli.Output;

/// <summary>One line on the terminal that tells how far an import is.</summary>
internal sealed class ImportProgressLine : IProgress<ImportReport>, IDisposable
{
    private const int LongestName = 30;

    private readonly StatusLine _line = new();
    private volatile ImportReport _report = new();

    /// <summary>What is kept when the import ends early.</summary>
    public string Kept => FormattableString.Invariant(
        $"what is copied is kept ({_report.Runs.Copied + _report.Runs.Updated:N0} runs copied, {_report.Runs.AlreadyThere:N0} there before)");

    public void Report(ImportReport value)
    {
        _report = value;
        _line.Show(() => Describe(value), isLast: value.Current is null);
    }

    public void Dispose() => _line.Dispose();

    internal static string Describe(ImportReport report)
    {
        var parts = new List<string>();
        if (report.Current is { } current)
        {
            parts.Add(Terminal.Printable(current.Length > LongestName ? current[..LongestName] + "…" : current));
        }

        parts.Add(FormattableString.Invariant($"{report.Runs.Total:N0} runs"));
        parts.Add(FormattableString.Invariant($"{report.Points:N0} points"));
        if (report.Files > 0)
        {
            parts.Add(FormattableString.Invariant($"{report.Files:N0} files ({ByteCount.Text(report.Bytes)})"));
        }

        if (report.OmissionCount > 0)
        {
            parts.Add(FormattableString.Invariant($"{report.OmissionCount:N0} left out"));
        }

        parts.Add(FormattableString.Invariant($"{report.Runs.Total / Math.Max(0.001, report.Elapsed.TotalSeconds):N0} runs a second"));
        return string.Join(", ", parts);
    }
}
