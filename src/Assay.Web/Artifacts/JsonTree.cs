using System.Text.Json;
using Assay.Charts;
using Assay.Reports.Rows;

namespace Assay.Web.Artifacts;

/// <summary>JSON as lists within lists that open: the uppermost are open.</summary>
internal static class JsonTree
{
    private const int OpenDepth = 2, MostChildren = 100, MostNodes = 4000, LongestValue = 2000;

    /// <param name="root">The value.</param>
    /// <param name="more">Says how many are left out.</param>
    public static string Render(JsonElement root, Func<int, string> more)
    {
        var left = MostNodes;
        var html = new MarkupBuilder().Add($"""<div class="json">""");
        Add(html, root, null, 0, ref left, more);
        return html.Add($"</div>").ToMarkup().Text;
    }

    private static void Add(MarkupBuilder html, JsonElement value, string? name, int depth, ref int left, Func<int, string> more)
    {
        left--;
        var label = name is null ? Markup.None : Markup.Of($"""<span class="json-name">{name}</span>: """);
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            html.Add($"""<div class="json-line">{label}<span class="json-{KindOf(value)}">{ShortText.Of(value.GetRawText(), LongestValue)}</span></div>""");
            return;
        }

        var isObject = value.ValueKind == JsonValueKind.Object;
        var count = isObject ? value.EnumerateObject().Count() : value.GetArrayLength();
        var brackets = isObject ? $"{{{count}}}" : $"[{count}]";
        if (count == 0)
        {
            html.Add($"""<div class="json-line">{label}{(isObject ? "{}" : "[]")}</div>""");
            return;
        }

        html.Add($"<details{(depth < OpenDepth ? new Markup(" open") : Markup.None)}><summary>{label}<span class=\"q\">{brackets}</span></summary>");
        var shown = 0;
        foreach (var (child, key) in isObject ? value.EnumerateObject().Select(p => (p.Value, FieldName.Of(p))) : value.EnumerateArray().Select((item, i) => (item, $"{i}")))
        {
            if (shown == MostChildren || left <= 0)
            {
                html.Add($"""<div class="json-line q">{more(count - shown)}</div>""");
                break;
            }

            Add(html, child, key, depth + 1, ref left, more);
            shown++;
        }

        html.Add($"</details>");
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        _ => "word",
    };
}
