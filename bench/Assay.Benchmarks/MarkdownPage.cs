using System.Text;

namespace Assay.Benchmarks;

/// <summary>Puts what was measured where it belongs: between two marks of a page, or on the terminal.</summary>
internal static class MarkdownPage
{
    /// <param name="path">The page; null for the terminal.</param>
    /// <param name="part">The name in the marks, <c>&lt;!-- NAME: begin --&gt;</c> and <c>&lt;!-- NAME: end --&gt;</c>.</param>
    /// <param name="write">Writes the part.</param>
    public static void Write(string? path, string part, Action<TextWriter> write)
    {
        if (path is null)
        {
            write(Console.Out);
            return;
        }

        string begin = $"<!-- {part}: begin -->\n", end = $"<!-- {part}: end -->";
        var page = File.ReadAllText(path);
        int from = page.IndexOf(begin, StringComparison.Ordinal), to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from) throw new InvalidOperationException($"{path} has no line '{begin.Trim()}' and after it '{end}'");
        var text = new StringBuilder();
        using var writer = new StringWriter(text) { NewLine = "\n" };
        write(writer);
        File.WriteAllText(path, string.Concat(page.AsSpan(0, from + begin.Length), text.ToString(), page.AsSpan(to)));
    }
}
