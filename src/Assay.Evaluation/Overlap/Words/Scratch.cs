using Assay.Overlap.EditRate;

namespace Assay.Overlap.Words;

/// <summary>
/// The memory that one comparison of texts works in, kept by each thread for the next one unless a very long text has made it big.
/// </summary>
internal sealed class Scratch
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static Scratch? _kept;

    private TextBuffer _source = new();
    private TextBuffer _target = new();

    public WordIndex Words { get; } = new();

    public GramTree Grams { get; } = new();

    public ShiftSearch Shifts { get; } = new();

    public List<int> Hypothesis { get; } = [];

    public List<int> Reference { get; } = [];

    /// <summary>What the last step over the text has written.</summary>
    public ReadOnlySpan<char> Text => _source.Written;

    /// <summary>This thread's, taken until <see cref="Return"/>.</summary>
    public static Scratch Take()
    {
        var scratch = _kept ?? new Scratch();
        _kept = null;
        scratch.Words.Clear();
        return scratch;
    }

    public void Return()
    {
        if (Words.Capacity <= LargestKept && Grams.Capacity <= LargestKept && Shifts.Capacity <= LargestKept && _source.Capacity + _target.Capacity <= LargestKept)
        {
            _kept = this;
        }
    }

    /// <summary>Begins a text anew.</summary>
    public TextBuffer Begin()
    {
        _source.Clear();
        return _source;
    }

    /// <summary>Runs a step over the text: it reads what was written last and writes what the next step reads.</summary>
    public void Step(TextStep step)
    {
        _target.Clear();
        step(_source.Written, _target);
        (_source, _target) = (_target, _source);
    }
}
