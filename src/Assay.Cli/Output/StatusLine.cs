namespace Assay.Cli.Output;

/// <summary>One line on the terminal, written again and again; nothing where standard error is no terminal.</summary>
internal sealed class StatusLine : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly bool _shown = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private long _last;
    private int _width;

    /// <summary>Shows a text unless another was shown a moment ago; the last one is shown in any case.</summary>
    public void Show(Func<string> text, bool isLast)
    {
        if (!_shown)
        {
            return;
        }

        lock (_lock)
        {
            if (!isLast && TimeProvider.System.GetElapsedTime(_last) < Pause)
            {
                return;
            }

            _last = TimeProvider.System.GetTimestamp();
            var line = text();
            Console.Error.Write("\r" + line.PadRight(_width));
            _width = line.Length;
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
}
