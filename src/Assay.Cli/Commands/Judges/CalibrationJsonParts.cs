using System.Text.Json;
using Assay.Judges.Calibration;
using Assay.Statistics;

namespace Assay.Cli.Commands.Judges;

/// <summary>Parts of what commands about judges print as JSON.</summary>
internal static class CalibrationJsonParts
{
    public static void WriteNullable(this Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void WriteInterval(Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        json.WriteNumberValue(known.Low);
        json.WriteNumberValue(known.High);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, string name, CalibrationFigure figure)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("value");
        json.WriteNullable(figure.Value);
        WriteInterval(json, "interval", figure.Interval);
        if (figure.Method is not null)
        {
            json.WriteString("method", figure.Method);
        }

        json.WriteNumber("rows", figure.Rows);
        if (figure.Reason is not null)
        {
            json.WriteString("reason", figure.Reason);
        }

        json.WriteEndObject();
    }
}
