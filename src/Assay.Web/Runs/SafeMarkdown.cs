using Assay.Charts;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assay.Web.Runs;

/// <summary>
/// Markdown that somebody wrote, as HTML that can do nothing: what is HTML in it is shown as text, links lead to http, https or within this site, and a
/// picture is the words that stand for it. Its headings begin below the page's own.
/// </summary>
internal static class SafeMarkdown
{
    /// <summary>The longest text that is read as Markdown: some texts take time with the square of their length.</summary>
    public const int Longest = 32 * 1024;

    private const int Headings = 2, LowestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseEmphasisExtras().UseAutoLinks().Build();

    /// <summary>The text as HTML; one that is too long, or nested deeper than anybody writes, as it stands.</summary>
    public static string ToHtml(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= Longest)
        {
            try
            {
                return Format(text);
            }
            catch (ArgumentException)
            {
                // What the parser says of lists and quotes within each other without end.
            }
        }

        return new MarkupBuilder().Add($"""<p class="value">{text}</p>""").ToMarkup().Text;
    }

    private static string Format(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + Headings, LowestHeading);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Tame(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline);
    }

    /// <summary>Whether a link may be followed: http, https, or an address of this site.</summary>
    internal static bool IsSafe(string? address)
    {
        // A browser leaves out control characters and takes a backslash for a slash: neither belongs in an address.
        if (string.IsNullOrWhiteSpace(address) || address.Any(c => char.IsControl(c) || c == '\\'))
        {
            return false;
        }

        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var isRelative = colon < 0 || address.AsSpan(0, colon).ContainsAny('/', '?', '#');
        return isRelative
            ? !address.TrimStart().StartsWith("//", StringComparison.Ordinal)
            : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    // What it would have shown or led to stays, as text.
    private static void Tame(LinkInline link)
    {
        if (!link.IsImage && IsSafe(link.GetDynamicUrl?.Invoke() ?? link.Url))
        {
            link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
            return;
        }

        var words = new ContainerInline();
        link.ReplaceBy(words, copyChildren: false);
        link.MoveChildrenAfter(words);
    }
}
