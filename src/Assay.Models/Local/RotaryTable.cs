namespace Assay.Models.Local;

/// <summary>
/// Rotary positions: each pair of numbers of a head turns by an angle that grows with the position, base 10,000 (Su and others 2021).
/// </summary>
internal sealed class RotaryTable
{
    private readonly float[] _cosines;
    private readonly float[] _sines;
    private readonly int _pairs;

    public RotaryTable(int headWidth, int positions)
    {
        _pairs = headWidth / 2;
        _cosines = new float[positions * _pairs];
        _sines = new float[positions * _pairs];
        for (var position = 0; position < positions; position++)
        {
            for (var pair = 0; pair < _pairs; pair++)
            {
                var (sine, cosine) = Math.SinCos(position * Math.Pow(10_000, -2.0 * pair / headWidth));
                _cosines[(position * _pairs) + pair] = (float)cosine;
                _sines[(position * _pairs) + pair] = (float)sine;
            }
        }
    }

    /// <summary>Turns the heads of one token.</summary>
    public void Rotate(Span<float> heads, int position)
    {
        var cosines = _cosines.AsSpan(position * _pairs, _pairs);
        var sines = _sines.AsSpan(position * _pairs, _pairs);
        for (var head = heads; head.Length > 0; head = head[(2 * _pairs)..])
        {
            for (var pair = 0; pair < _pairs; pair++)
            {
                var (x, y) = (head[2 * pair], head[(2 * pair) + 1]);
                head[2 * pair] = (x * cosines[pair]) - (y * sines[pair]);
                head[(2 * pair) + 1] = (x * sines[pair]) + (y * cosines[pair]);
            }
        }
    }
}
