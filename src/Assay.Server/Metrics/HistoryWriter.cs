using System.Text.Json;
using Assay.Server.Mlflow;
using Assay.Tracking;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Metrics;

/// <summary>
/// Writes the points of a history as JSON, field by field: it is the longest answer there is, and what serves any message costs twice as much.
/// </summary>
internal sealed class HistoryWriter : IAsyncDisposable
{
    private const int FlushEvery = 64 * 1024;
    private static readonly JsonEncodedText KeyName = JsonEncodedText.Encode("key");
    private static readonly JsonEncodedText ValueName = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText TimestampName = JsonEncodedText.Encode("timestamp");
    private static readonly JsonEncodedText StepName = JsonEncodedText.Encode("step");
    private static readonly JsonEncodedText NaN = JsonEncodedText.Encode("NaN");
    private static readonly JsonEncodedText Infinity = JsonEncodedText.Encode("Infinity");
    private static readonly JsonEncodedText MinusInfinity = JsonEncodedText.Encode("-Infinity");

    private readonly HttpResponse _response;
    private readonly JsonEncodedText _key;
    private readonly Utf8JsonWriter _json;
    private bool _begun;
    private long _flushed;

    public HistoryWriter(HttpResponse response, string key)
    {
        _response = response;
        _key = JsonEncodedText.Encode(key);
        _json = new(response.BodyWriter, new JsonWriterOptions { SkipValidation = true });
        response.ContentType = MlflowRoutes.JsonType;
        _json.WriteStartObject();
    }

    public async Task WriteAsync(IReadOnlyList<Metric> points, CancellationToken cancellationToken)
    {
        if (points.Count > 0 && !_begun)
        {
            _json.WriteStartArray("metrics");
            _begun = true;
        }

        for (var i = 0; i < points.Count; i++)
        {
            Write(points[i]);
            if (_json.BytesPending + _json.BytesCommitted - _flushed > FlushEvery)
            {
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task EndAsync(string? nextPageToken, CancellationToken cancellationToken)
    {
        if (_begun)
        {
            _json.WriteEndArray();
        }

        if (nextPageToken is not null)
        {
            _json.WriteString("next_page_token", nextPageToken);
        }

        _json.WriteEndObject();
        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _json.Reset(Stream.Null);
        return _json.DisposeAsync();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _json.Flush();
        _flushed = _json.BytesCommitted;
        await _response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Write(Metric point)
    {
        _json.WriteStartObject();
        _json.WriteString(KeyName, _key);
        if (double.IsFinite(point.Value))
        {
            _json.WriteNumber(ValueName, point.Value);
        }
        else
        {
            _json.WriteString(ValueName, double.IsNaN(point.Value) ? NaN : point.Value > 0 ? Infinity : MinusInfinity);
        }

        _json.WriteNumber(TimestampName, point.Timestamp);
        _json.WriteNumber(StepName, point.Step);
        _json.WriteEndObject();
    }
}
