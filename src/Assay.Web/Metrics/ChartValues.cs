using System.Globalization;
using System.Text.Json;

namespace Assay.Web.Metrics;

/// <summary>The values of a chart for a script that reads them out: a name, then place, value, least and greatest of each point.</summary>
internal static class ChartValues
{
    public static string Of(IReadOnlyList<ChartedLine> lines)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartArray();
                json.WriteStringValue(line.Line.Name);
                foreach (var point in line.Line.Points)
                {
                    Write(json, point.X, "G10");
                    Write(json, point.Y, "G6");
                    Write(json, point.Low, "G6");
                    Write(json, point.High, "G6");
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, double value, string format)
    {
        if (double.IsFinite(value))
        {
            json.WriteRawValue(value.ToString(format, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
