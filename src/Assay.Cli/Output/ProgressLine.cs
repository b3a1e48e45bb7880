using System.Globalization;
using Assay.Running;

namespace Assay.Cli.Output;

/// <summary>One line on the terminal that tells how far an evaluation is; nothing where standard error is no terminal.</summary>
internal sealed class ProgressLine : IProgress<EvaluationProgress>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly bool _shown = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private long _last;
    private int _width;

    /// <summary>The run, once it is known: what Ctrl-C leaves is taken up by it.</summary>
    public string? RunId { get; private set; }

    public void Report(EvaluationProgress value)
    {
        RunId = value.RunId;
        if (!_shown)
        {
            return;
        }

        lock (_lock)
        {
            if (value.Done < value.Total && TimeProvider.System.GetElapsedTime(_last) < Pause)
            {
                return;
            }

            _last = TimeProvider.System.GetTimestamp();
            var text = Describe(value);
            Console.Error.Write("\r" + text.PadRight(_width));
            _width = text.Length;
        }
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            Console.Error.Write("\r" + new string(' ', _width) + "\r");
            _width = 0;
        }
    }

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
