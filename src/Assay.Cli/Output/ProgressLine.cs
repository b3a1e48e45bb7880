using System.Globalization;
using Assay.Running;

namespace Assay.Cli.Output;

/// <summary>One line on the terminal that tells how far an evaluation is; nothing where standard error is no terminal.</summary>
internal sealed class ProgressLine : IProgress<EvaluationProgress>, IDisposable
{
    private readonly StatusLine _line = new();

    /// <summary>The run, once it is known: what Ctrl-C leaves is taken up by it.</summary>
    public string? RunId { get; private set; }

    public void Report(EvaluationProgress value)
    {
        RunId = value.RunId;
        _line.Show(() => Describe(value), isLast: value.Done >= value.Total);
    }

    public void Dispose() => _line.Dispose();

    internal static string Describe(EvaluationProgress value)
    {
        var parts = new List<string> { Invariant($"{value.Done:N0} of {value.Total:N0} rows") };
        if (value.Failed > 0)
        {
            parts.Add(Invariant($"{value.Failed:N0} failed"));
        }

        parts.Add(Invariant($"{value.Rate:N1} a second"));
        if (value.Tokens > 0)
        {
            parts.Add(Invariant($"{value.Tokens:N0} tokens"));
        }

        if (value.Left is { } left && value.Done < value.Total)
        {
            parts.Add(left.TotalHours >= 1 ? Invariant($"{left.TotalHours:N1} h left") : left.ToString(@"m\:ss", CultureInfo.InvariantCulture) + " left");
        }

        return string.Join(", ", parts);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
