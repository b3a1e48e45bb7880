namespace Assay.Charts;

/// <summary>What every picture has: its size, its accessible name and description, its type.</summary>
internal static class Frame
{
    public static void Open(MarkupBuilder svg, double width, double height, string title, string description, string role = "img")
    {
        svg.Add($"""<svg xmlns="http://www.w3.org/2000/svg" role="{role}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" """)
            .Add($"""fill="{Colours.Text}" font-family="system-ui,sans-serif" font-size="11" aria-label="{title}"><title>{title}</title>""");
        if (description.Length > 0)
        {
            svg.Add($"<desc>{description}</desc>");
        }
    }

    public static string Close(MarkupBuilder svg) => svg.Add($"</svg>").ToMarkup().Text;
}
