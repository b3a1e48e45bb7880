using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;

namespace Assay.Server.Operations;

/// <summary>What a server measures of itself and its store, and the reading of it as Prometheus' text.</summary>
internal sealed class Instruments : IDisposable
{
    private const string StorageMeter = "Assay.Storage";
    private static readonly double StartTime = new DateTimeOffset(Process.GetCurrentProcess().StartTime).ToUnixTimeMilliseconds() / 1000.0;

    private readonly Meter _meter = new("Assay.Server");
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();

    public Instruments()
    {
        _listener.InstrumentPublished = Publish;
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.Start();
        Duration = _meter.CreateHistogram<double>("assay_http_request_duration_seconds", "s", "Time to answer a request, by route and status.");
        InFlight = _meter.CreateUpDownCounter<long>("assay_http_requests_in_flight", null, "Requests that are being answered.");
        _meter.CreateObservableGauge("process_resident_memory_bytes", () => (double)Environment.WorkingSet, "By", "Memory in use.");
        _meter.CreateObservableGauge("process_start_time_seconds", () => StartTime, "s", "When the process was started, since 1970-01-01 UTC.");
        _meter.CreateObservableCounter("process_cpu_seconds_total", () => Environment.CpuUsage.TotalTime.TotalSeconds, "s", "Processor time used.");
        _meter.CreateObservableGauge("dotnet_heap_bytes", () => (double)GC.GetTotalMemory(false), "By", "Memory of objects, with what is not collected yet.");
    }

    public Histogram<double> Duration { get; }

    public UpDownCounter<long> InFlight { get; }

    /// <summary>All of it, as Prometheus reads it.</summary>
    public string Write()
    {
        lock (_writing)
        {
            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var family in _families.Values)
            {
                family.Write(text);
            }

            return text.ToString();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    private void Publish(Instrument instrument, MeterListener listener)
    {
        if (ReferenceEquals(instrument.Meter, _meter) || instrument.Meter.Name == StorageMeter)
        {
            var family = new MetricFamily(instrument);
            lock (_writing)
            {
                _families[family.Name] = family;
            }

            listener.EnableMeasurementEvents(instrument, family);
        }
    }
}
