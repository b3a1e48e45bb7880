using System.Globalization;
using System.Text;

namespace Assay.Server.Operations;

/// <summary>One value that is counted, summed or distributed.</summary>
internal sealed class MetricSeries(string labels)
{
    private static readonly double[] Bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private readonly Lock _lock = new();
    private long[]? _buckets;
    private double _value;
    private long _count;

    public void Set(double value)
    {
        lock (_lock)
        {
            _value = value;
        }
    }

    public void Add(double value)
    {
        lock (_lock)
        {
            _value += value;
        }
    }

    /// <summary>Adds to a distribution.</summary>
    public void Observe(double value)
    {
        var bucket = 0;
        while (bucket < Bounds.Length && value > Bounds[bucket])
        {
            bucket++;
        }

        lock (_lock)
        {
            _buckets ??= new long[Bounds.Length + 1];
            _buckets[bucket]++;
            _value += value;
            _count++;
        }
    }

    public void Write(StringBuilder text, string name, bool isHistogram)
    {
        lock (_lock)
        {
            if (isHistogram)
            {
                WriteBuckets(text, name);
                Line(text, name + "_sum", labels, _value);
                Line(text, name + "_count", labels, _count);
            }
            else
            {
                Line(text, name, labels, _value);
            }
        }
    }

    private void WriteBuckets(StringBuilder text, string name)
    {
        var comma = labels.Length > 0 ? "," : "";
        long below = 0;
        for (var i = 0; i <= Bounds.Length; i++)
        {
            below += _buckets?[i] ?? 0;
            var bound = i < Bounds.Length ? Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Line(text, name + "_bucket", $"{labels}{comma}le=\"{bound}\"", below);
        }
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
