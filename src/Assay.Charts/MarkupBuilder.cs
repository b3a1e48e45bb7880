using System.Runtime.CompilerServices;
using System.Text;

namespace Assay.Charts;

/// <summary>Markup in the making.</summary>
public sealed class MarkupBuilder
{
    internal StringBuilder Target { get; } = new();

    /// <summary>Adds markup whose holes are escaped.</summary>
    public MarkupBuilder Add([InterpolatedStringHandlerArgument("")] ref MarkupInterpolation content)
    {
        _ = content;
        return this;
    }

    /// <summary>Adds markup that was made elsewhere.</summary>
    public MarkupBuilder Add(Markup content)
    {
        Target.Append(content.Text);
        return this;
    }

    /// <summary>Adds text, escaped.</summary>
    public MarkupBuilder AddText(ReadOnlySpan<char> text)
    {
        SafeText.AppendEscaped(Target, text);
        return this;
    }

    /// <summary>What was made.</summary>
    public Markup ToMarkup() => new(Target.ToString());
}
