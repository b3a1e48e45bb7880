using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Formats;

/// <summary>
/// How Assay writes JSON for people and files: letters of every language as they are, figures that are no numbers as texts.
/// </summary>
public static class JsonText
{
    /// <summary>Escapes only what JSON must escape. Not for pages: HTML has its own escaping.</summary>
    public static JavaScriptEncoder Readable { get; } = new ReadableEncoder();

    /// <summary>
    /// Writes a figure: null for none, and for NaN and the infinities, which JSON has no numbers for, the texts that MLflow has:
    /// <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.
    /// </summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="figure">The figure.</param>
    public static void WriteFigure(this Utf8JsonWriter json, double? figure)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (figure is not { } value)
        {
            json.WriteNullValue();
        }
        else if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
