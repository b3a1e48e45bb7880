using System.Buffers.Binary;

namespace Assay.Tests.Models.Local;

/// <summary>
/// Llama 2's forward pass in double precision, written from the paper without regard to speed: no cache, no vectors, one loop for each formula.
/// What the fast one is held against.
/// </summary>
internal sealed class PlainForwardPass
{
    private readonly byte[] _file;
    private readonly int _dim, _hidden, _layers, _heads, _keyHeads, _vocabulary, _context;

    public PlainForwardPass(byte[] file)
    {
        _file = file;
        (_dim, _hidden, _layers, _heads, _keyHeads) = (Int(0), Int(1), Int(2), Int(3), Int(4));
        (_vocabulary, _context) = (Math.Abs(Int(5)), Int(6));
    }

    /// <summary>The log probabilities of what follows the last token.</summary>
    public double[] LogProbabilities(IReadOnlyList<int> tokens)
    {
        var (head, keyDim) = (_dim / _heads, _dim / _heads * _keyHeads);
        long embedding = 7, attentionNorm = embedding + (_vocabulary * _dim), wq = attentionNorm + (_layers * _dim);
        long wk = wq + (_layers * _dim * _dim), wv = wk + (_layers * _dim * keyDim), wo = wv + (_layers * _dim * keyDim);
        long ffnNorm = wo + (_layers * _dim * _dim), w1 = ffnNorm + (_layers * _dim), w2 = w1 + (_layers * _dim * _hidden);
        long w3 = w2 + (_layers * _dim * _hidden), finalNorm = w3 + (_layers * _dim * _hidden);
        var classifier = Int(5) > 0 ? embedding : finalNorm + _dim + (_context * head);

        var x = tokens.Select(token => Vector(embedding + (token * _dim), _dim)).ToArray();
        for (var layer = 0; layer < _layers; layer++)
        {
            var normed = x.Select(v => Norm(v, attentionNorm + (layer * _dim))).ToArray();
            var q = normed.Select((v, at) => Rotate(Times(wq + (layer * _dim * _dim), _dim, v), at, head)).ToArray();
            var k = normed.Select((v, at) => Rotate(Times(wk + (layer * _dim * keyDim), keyDim, v), at, head)).ToArray();
            var values = normed.Select(v => Times(wv + (layer * _dim * keyDim), keyDim, v)).ToArray();
            for (var at = 0; at < x.Length; at++)
            {
                var attended = new double[_dim];
                for (var h = 0; h < _heads; h++)
                {
                    var (from, keyFrom) = (h * head, h / (_heads / _keyHeads) * head);
                    var scores = Enumerable.Range(0, at + 1)
                        .Select(t => Enumerable.Range(0, head).Sum(i => q[at][from + i] * k[t][keyFrom + i]) / Math.Sqrt(head)).ToArray();
                    var sum = scores.Sum(Math.Exp);
                    for (var i = 0; i < head; i++)
                    {
                        attended[from + i] = scores.Select((score, t) => Math.Exp(score) / sum * values[t][keyFrom + i]).Sum();
                    }
                }

                x[at] = Plus(x[at], Times(wo + (layer * _dim * _dim), _dim, attended));
                var inside = Norm(x[at], ffnNorm + (layer * _dim));
                var (gate, up) = (Times(w1 + (layer * _dim * _hidden), _hidden, inside), Times(w3 + (layer * _dim * _hidden), _hidden, inside));
                x[at] = Plus(x[at], Times(w2 + (layer * _dim * _hidden), _dim, [.. gate.Zip(up, (g, u) => g / (1 + Math.Exp(-g)) * u)]));
            }
        }

        var logits = Times(classifier, _vocabulary, Norm(x[^1], finalNorm));
        var total = Math.Log(logits.Sum(Math.Exp));
        return [.. logits.Select(logit => logit - total)];
    }

    private double[] Norm(double[] v, long weights) =>
        [.. v.Select((value, i) => value / Math.Sqrt((v.Sum(each => each * each) / v.Length) + 1e-5) * Number(weights + i))];

    private double[] Times(long matrix, int rows, double[] v) =>
        [.. Enumerable.Range(0, rows).Select(row => v.Select((value, column) => value * Number(matrix + ((long)row * v.Length) + column)).Sum())];

    private static double[] Rotate(double[] v, int position, int head)
    {
        var turned = new double[v.Length];
        for (var i = 0; i < v.Length; i += 2)
        {
            var (sine, cosine) = Math.SinCos(position / Math.Pow(10_000, i % head / (double)head));
            (turned[i], turned[i + 1]) = ((v[i] * cosine) - (v[i + 1] * sine), (v[i] * sine) + (v[i + 1] * cosine));
        }

        return turned;
    }

    private static double[] Plus(double[] left, double[] right) => [.. left.Zip(right, (a, b) => a + b)];

    private double[] Vector(long at, int length) => [.. Enumerable.Range(0, length).Select(i => Number(at + i))];

    private double Number(long at) => BinaryPrimitives.ReadSingleLittleEndian(_file.AsSpan((int)at * 4));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_file.AsSpan(at * 4));
}
