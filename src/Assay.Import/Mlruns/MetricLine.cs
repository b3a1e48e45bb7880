using System.Globalization;
using System.Text;

namespace Assay.Import.Mlruns;

/// <summary>
/// A line of a metric's file: <c>timestamp value [step]</c>, and behind them what newer versions add: for a run's metric the data set's name and
/// digest, for a logged model's the run and then those.
/// </summary>
/// <param name="Timestamp">Milliseconds (seconds in files of 0.x).</param>
/// <param name="Value">The value.</param>
/// <param name="Step">The step; 0 in files that have none.</param>
/// <param name="Fields">How many fields there are.</param>
/// <param name="Rest">What stands behind the step.</param>
internal readonly record struct MetricLine(long Timestamp, double Value, long Step, int Fields, string Rest)
{
    /// <summary>Reads a line; null when it is none.</summary>
    public static MetricLine? Parse(ReadOnlySpan<byte> line)
    {
        var fields = 2;
        if (!long.TryParse(Next(ref line), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var timestamp)
            || !TryParseValue(Next(ref line), out var value))
        {
            return null;
        }

        long step = 0;
        var third = Next(ref line);
        if (!third.IsEmpty)
        {
            fields++;
            if (!long.TryParse(third, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out step))
            {
                return null;
            }
        }

        line = line.Trim(" \t"u8);
        return new MetricLine(timestamp, value, step, line.IsEmpty ? fields : fields + 1, line.IsEmpty ? "" : Encoding.UTF8.GetString(line));
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t"u8);
        var end = line.IndexOfAny(" \t"u8);
        var field = end < 0 ? line : line[..end];
        line = line[field.Length..];
        return field;
    }

    /// <summary>A number as Python writes or reads one: NaN and infinities have several spellings.</summary>
    private static bool TryParseValue(ReadOnlySpan<byte> text, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var sign = !text.IsEmpty && text[0] is (byte)'-' ? -1 : 1;
        var word = Encoding.UTF8.GetString(!text.IsEmpty && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text);
        value = word.ToUpperInvariant() switch
        {
            "INF" or "INFINITY" => sign * double.PositiveInfinity,
            "NAN" => double.NaN,
            _ => 0,
        };
        return value != 0;
    }
}
