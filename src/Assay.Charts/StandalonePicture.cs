using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Charts;

/// <summary>
/// A chart as a file of its own: a ground, a heading, what was found below it and what to know under the chart. Colours are literal, so that every
/// viewer shows them; one that knows style sheets shows dark ones where the reader wants them.
/// </summary>
public static partial class StandalonePicture
{
    private const double Margin = 20, Narrowest = 480, Heading = 15, Line = 17;
    private const double LetterWidth = 6.1, HeadingLetterWidth = 8.2;

    /// <summary>The picture.</summary>
    /// <param name="chart">One of the charts of this library.</param>
    /// <param name="title">The heading.</param>
    /// <param name="found">What it comes to, a sentence each.</param>
    /// <param name="notes">What to know before believing it, a sentence each.</param>
    public static string Render(string chart, string title, IReadOnlyList<string> found, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(notes);
        var size = Size().Match(chart);
        var (width, height) = (Number(size.Groups[1]), Number(size.Groups[2]));
        var whole = Math.Max(width, Narrowest) + (2 * Margin);
        var letters = (int)((whole - (2 * Margin)) / LetterWidth);
        var above = found.SelectMany(text => Wrap(text, letters)).ToList();
        var below = notes.SelectMany(text => Wrap(text, letters)).ToList();
        var top = Margin + Heading + (Line * above.Count) + 12;
        var svg = new MarkupBuilder();
        Frame.Open(svg, whole, top + height + (below.Count > 0 ? 8 + (Line * below.Count) : 0) + Margin, title, string.Join(" ", found));
        svg.Add(Style()).Add($"""<rect width="100%" height="100%" fill="{Colours.Paper}"/>""")
            .Add($"""<text x="{Margin}" y="{Margin + 11}" font-size="{Heading}" font-weight="600" fill="{Colours.Ink}">{ShortText.Of(title, (int)((whole - (2 * Margin)) / HeadingLetterWidth))}</text>""");
        AddLines(svg, above, Margin + Heading + Line - 2);
        svg.Add($"""<g transform="translate({Margin} {top})">""").Add(new Markup(chart)).Add($"</g>");
        AddLines(svg, below, top + height + Line + 4);
        return Variable().Replace(Frame.Close(svg), "=\"$1\"");
    }

    private static void AddLines(MarkupBuilder svg, List<string> lines, double y)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            svg.Add($"""<text x="{Margin}" y="{y + (Line * i)}">{lines[i]}</text>""");
        }
    }

    private static Markup Style()
    {
        var rules = Colours.OnDark.Select(colour =>
            $"[fill=\"{colour.Light}\"]{{fill:{colour.Dark}}}[stroke=\"{colour.Light}\"]{{stroke:{colour.Dark}}}");
        return new Markup($"<style>@media (prefers-color-scheme:dark){{{string.Concat(rules)}}}</style>");
    }

    /// <summary>Lines of whole words; a word longer than a line is cut.</summary>
    private static IEnumerable<string> Wrap(string text, int letters)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(word => ShortText.Of(word, letters)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("width=\"([0-9.]+)\" height=\"([0-9.]+)\"")]
    private static partial Regex Size();

    // Quotes in texts are escaped, so that this is never within one.
    [GeneratedRegex("=\"var\\(--[a-z-]+,(#[0-9a-f]+)\\)\"")]
    private static partial Regex Variable();
}
