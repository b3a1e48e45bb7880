using System.Reflection;
using Assay.Reports;
using Assay.Reports.Languages;

namespace Assay.Tests.Reports;

public sealed class ReportTextsTests
{
    /// <summary>Words that are the same in these languages.</summary>
    private static readonly string[] Shared = ["id", "Run id", "Score", "Scores", "Source", "variance", "tokens", "Tokens", "trace", "Digest"];

    [Theory]
    [InlineData(ReportLanguage.Pt)]
    [InlineData(ReportLanguage.Fr)]
    public void Texts_OfALanguage_AreAllThereAndTranslated(ReportLanguage language)
    {
        var (english, other) = (Plain(ReportTexts.For(ReportLanguage.En)).ToArray(), Plain(ReportTexts.For(language)).ToArray());
        other.Select(t => t.Name).ShouldBe(english.Select(t => t.Name));
        english.Zip(other).Where(p => p.First.Text == p.Second.Text && p.First.Text.Length > 0 && !Shared.Contains(p.First.Text)).ShouldBeEmpty();
        other.Where(t => t.Name != "PercentSpace").ShouldAllBe(t => t.Text.Trim().Length > 0);
    }

    [Fact]
    public void Counts_OfOne_AreSingular()
    {
        ReportTexts.For(ReportLanguage.En).Counts.Rows(1, "1").ShouldBe("1 row");
        ReportTexts.For(ReportLanguage.Pt).Counts.Rows(1, "1").ShouldBe("1 linha");
        ReportTexts.For(ReportLanguage.Fr).Counts.Rows(0, "0").ShouldBe("0 ligne");
        ReportTexts.For(ReportLanguage.Fr).Counts.Rows(2, "2").ShouldBe("2 lignes");
    }

    private static IEnumerable<(string Name, string Text)> Plain(object texts) =>
        texts.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => property.GetValue(texts) switch
        {
            string text => [(property.Name, text)],
            PageTexts or FigureTexts or CountTexts or RowTexts => Plain(property.GetValue(texts)!).Select(t => ($"{property.Name}.{t.Name}", t.Text)),
            _ => Enumerable.Empty<(string, string)>(),
        });
}
