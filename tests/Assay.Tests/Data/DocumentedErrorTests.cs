using System.Text.RegularExpressions;

namespace Assay.Tests.Data;

/// <summary>Runs the tables of bad input in docs/data.md: what they promise is what is said.</summary>
public sealed partial class DocumentedErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Documented
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (Match line in TableRow().Matches(File.ReadAllText(DocumentPath())))
            {
                cases.Add(line.Groups["content"].Value.Replace('↵', '\n'), line.Groups["message"].Value);
            }

            return cases;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task The_documented_message_is_given(string content, string message)
    {
        var name = message[..message.IndexOfAny([':', ','])];
        var path = _folder.Write(name, content);
        var options = message.Contains("\"id\"", StringComparison.Ordinal) ? new DatasetOptions { IdColumn = "id" } : null;

        (await Dataset.FromFile(path, options).ErrorAsync()).ShouldBe(_folder[message]);
    }

    private static string DocumentPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Assay.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", "data.md");
    }

    [GeneratedRegex(@"^\| (?:\(nothing\)|`(?<content>[^\n]+?)`) \| `(?<message>data\.(?:csv|jsonl|json)[,:][^\n]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
