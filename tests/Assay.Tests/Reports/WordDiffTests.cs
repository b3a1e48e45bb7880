using Assay.Reports.Rows;

namespace Assay.Tests.Reports;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("the cat sat", "the dog sat", "the [cat] sat", "the [dog] sat")]
    [InlineData("one two three four", "one three four", "one [two ]three four", "one three four")]
    [InlineData("It is ½, não é?", "It is ½, não!", "It is ½, não[ é?]", "It is ½, não[!]")]
    public void Compare_OfTexts_MarksTheWordsThatDiffer(string old, string @new, string markedOld, string markedNew)
    {
        var (was, now) = WordDiff.Compare(old, @new)!.Value;
        Marked(was).ShouldBe(markedOld);
        Marked(now).ShouldBe(markedNew);
    }

    [Theory]
    [InlineData("alpha beta gamma", "entirely other words here")]
    [InlineData("short", "a very long answer that holds many more words than the reference ever had, and so on")]
    public void Compare_OfTextsWithLittleInCommon_MarksNothing(string old, string @new) => WordDiff.Compare(old, @new).ShouldBeNull();

    [Fact]
    public void Compare_OfRandomTexts_LosesNothingAndAgreesOnWhatIsCommon()
    {
        var random = new Random(11);
        for (var i = 0; i < 500; i++)
        {
            var old = string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => "abcd"[random.Next(4)]));
            var @new = string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => "abcd"[random.Next(4)]));
            if (WordDiff.Compare(old, @new) is not { } both)
            {
                continue;
            }

            string.Concat(both.Old.Select(p => p.Text)).ShouldBe(old);
            string.Concat(both.New.Select(p => p.Text)).ShouldBe(@new);
            Common(both.Old).ShouldBe(Common(both.New));
        }
    }

    private static string Common(IEnumerable<DiffPiece> pieces) => string.Concat(pieces.Where(p => !p.Changed).Select(p => p.Text));

    private static string Marked(IEnumerable<DiffPiece> pieces) => string.Concat(pieces.Select(p => p.Changed ? $"[{p.Text}]" : p.Text));
}
