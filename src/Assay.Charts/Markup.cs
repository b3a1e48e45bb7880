namespace Assay.Charts;

/// <summary>Text that is markup already and goes out as it is; everything else is escaped on the way.</summary>
/// <param name="Text">The markup.</param>
public readonly record struct Markup(string Text)
{
    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>One element or several, its holes escaped: <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.</summary>
    public static Markup Of(ref MarkupInterpolation content) => new(content.Take());

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
