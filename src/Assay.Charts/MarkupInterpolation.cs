using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Assay.Charts;

/// <summary>
/// An interpolated string whose literal parts are markup and whose holes are escaped, so that no text gets into a page or a picture
/// unescaped by being forgotten. Numbers are written for machines: a point, no grouping, at most two decimals.
/// </summary>
[InterpolatedStringHandler]
public readonly struct MarkupInterpolation
{
    private readonly StringBuilder _target;

    public MarkupInterpolation(int literalLength, int formattedCount) => _target = new StringBuilder(literalLength + (formattedCount * 16));

    public MarkupInterpolation(int literalLength, int formattedCount, MarkupBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _target = builder.Target;
    }

    public void AppendLiteral(string value) => _target.Append(value);

    public void AppendFormatted(string? value) => SafeText.AppendEscaped(_target, value);

    public void AppendFormatted(Markup value) => _target.Append(value.Text);

    public void AppendFormatted(long value) => _target.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(double value) => _target.Append(CultureInfo.InvariantCulture, $"{value:0.##}");

    internal string Take() => _target.ToString();
}
