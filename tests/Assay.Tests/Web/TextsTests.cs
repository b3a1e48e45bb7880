using System.Text.RegularExpressions;
using Assay.Web.Languages;

namespace Assay.Tests.Web;

public sealed partial class TextsTests
{
    [Fact]
    public void EveryText_IsThereInEveryLanguage_WithTheSameHoles()
    {
        var english = PageLanguage.English.Texts;
        foreach (var language in PageLanguage.All)
        {
            language.Texts.Keys.Order().ShouldBe(english.Keys.Order(), $"the resource files of {language.Tag}");
            foreach (var key in english.Keys)
            {
                Holes(language.Texts[key]).ShouldBe(Holes(english[key]), $"{language.Tag}: {key}");
                language.Texts[key].ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void EveryKeyThatPagesName_IsThere()
    {
        var named = Sources().SelectMany(source => NamedKey().Matches(source).Select(match => match.Groups[1].Value)).ToHashSet();
        named.Count.ShouldBeGreaterThan(20);
        named.Where(key => !PageLanguage.English.Texts.Has(key)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryText_IsUsed()
    {
        var sources = string.Concat(Sources());

        // A key may be made of parts: T[$"failure.{Key}_do"] uses all that begin like it.
        var beginnings = MadeKey().Matches(sources).Select(match => match.Groups[1].Value).ToList();
        PageLanguage.English.Texts.Keys
            .Where(key => !sources.Contains($"\"{key}\"", StringComparison.Ordinal) && !beginnings.Exists(beginning => key.StartsWith(beginning, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Pages_HoldNoTextOfTheirOwn()
    {
        // Letters between two tags, outside of code: a text that no other language would have.
        foreach (var file in Directory.EnumerateFiles(Repository.File("src/Assay.Web"), "*.razor", SearchOption.AllDirectories).Where(IsSource))
        {
            var markup = CodeBlock().Replace(File.ReadAllText(file), "");
            TextBetweenTags().Matches(markup).Select(match => match.Value.Trim()).Where(text => text is not ">Assay<").ShouldBeEmpty(Path.GetFileName(file));
        }
    }

    [Fact]
    public void FrenchPunctuation_NeverBeginsALine()
    {
        var french = PageLanguage.Find("fr")!.Texts;
        french.Keys.SelectMany(key => new[] { french[key], french.Count(key, 1, "1", "", "", "") }).Where(text => BreakingSpace().IsMatch(text)).ShouldBeEmpty();
        french["search.title_of", "x"].ShouldBe("Recherche\u00A0: x");
        french["filter.mistake_number"].ShouldContain(" !=");
    }

    private static IEnumerable<string> Sources() =>
        new[] { "*.razor", "*.cs" }.SelectMany(kind => Directory.EnumerateFiles(Repository.File("src/Assay.Web"), kind, SearchOption.AllDirectories))
            .Where(IsSource).Select(File.ReadAllText);

    private static bool IsSource(string file) => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@" [:;?!»](?:\s|$)|« ")]
    private static partial Regex BreakingSpace();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\bT(?:\.Count\(|\[)""([a-z_]+\.[a-z0-9_]+)""")]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"\$""([a-z_]+\.[a-z0-9_]*)\{")]
    private static partial Regex MadeKey();

    [GeneratedRegex(@"@code\s*\{.*\z", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"(?<![=\-@])>\s*[A-Za-zÀ-ÖØ-öø-ÿ][^<>@{}()=;]*<")]
    private static partial Regex TextBetweenTags();
}
