using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Assay.Server.Operations;

/// <summary>One instrument's values by their labels, at most so many of them.</summary>
internal sealed class MetricFamily(Instrument instrument)
{
    private const int MostSeries = 1000;
    private readonly ConcurrentDictionary<LabelValues, MetricSeries> _series = new();
    private readonly bool _isHistogram = instrument is Histogram<double>;
    private readonly bool _isSum = instrument is Counter<long> or UpDownCounter<long>;
    private readonly bool _isCounter = instrument is Counter<long> or ObservableCounter<double>;

    public string Name => instrument.Name;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new LabelValues(
            tags.Length > 0 ? (string?)tags[0].Value : null, tags.Length > 1 ? (string?)tags[1].Value : null, tags.Length > 2 ? (string?)tags[2].Value : null);
        if (!_series.TryGetValue(labels, out var series))
        {
            series = Add(labels, tags);
        }

        if (_isHistogram)
        {
            series.Observe(value);
        }
        else if (_isSum)
        {
            series.Add(value);
        }
        else
        {
            series.Set(value);
        }
    }

    public void Write(StringBuilder text)
    {
        text.Append("# HELP ").Append(Name).Append(' ').Append(instrument.Description).Append('\n')
            .Append("# TYPE ").Append(Name).Append(_isHistogram ? " histogram" : _isCounter ? " counter" : " gauge").Append('\n');
        foreach (var series in _series.Values)
        {
            series.Write(text, Name, _isHistogram);
        }
    }

    private MetricSeries Add(LabelValues labels, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_series.Count >= MostSeries)
        {
            return _series.GetOrAdd(new("other", null, null), _ => new MetricSeries("other=\"true\""));
        }

        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length > 0 ? "," : "").Append(name).Append("=\"").Append(value).Append('"');
        }

        return _series.GetOrAdd(labels, static (_, written) => new MetricSeries(written), text.ToString());
    }

    private readonly record struct LabelValues(string? First, string? Second, string? Third);
}
