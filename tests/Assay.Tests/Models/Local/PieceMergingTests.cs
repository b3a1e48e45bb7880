using System.Text;
using Assay.Models.Local;

namespace Assay.Tests.Models.Local;

public sealed class PieceMergingTests
{
    private static readonly TokenVocabulary Vocabulary = TokenVocabulary.Read(ModelFiles.Tokenizer, 512, "tok512.bin");

    [Theory]
    [InlineData("Once upon a time")]
    [InlineData("  two blanks, aaaa eeee the theme\n\ttab")]
    [InlineData("日本語 café naïve 🙂 …")]
    [InlineData("<0x0A><s></s><unk>")]
    [InlineData("x")]
    public void Encode_EqualsMergingTheBestPairOneAtATime(string text)
    {
        var tokens = PieceMerging.Encode(Vocabulary, text);

        tokens.ShouldBe(OneAtATime(text));
        Encoding.UTF8.GetString([.. tokens.Skip(1).SelectMany((token, i) => TokenText.Written(Vocabulary, token, afterBegin: i == 0).ToArray())]).ShouldBe(text);
    }

    [Fact]
    public void Encode_TextOfAMillionCharacters_TakesNoQuadraticTime()
    {
        var tokens = PieceMerging.Encode(Vocabulary, string.Concat(Enumerable.Repeat("he and the ", 100_000)));

        tokens.Count.ShouldBe(300_002);
    }

    [Fact]
    public void EmptyText_IsTheBeginningAlone() => PieceMerging.Encode(Vocabulary, "").ShouldBe([TokenVocabulary.Begin]);

    /// <summary>The definition: look at all neighbours, merge those of the highest score, the leftmost first, and begin again.</summary>
    private static List<int> OneAtATime(string text)
    {
        var pieces = new List<(string? Text, int Token)>();
        foreach (var rune in (" " + text).EnumerateRunes())
        {
            if (Vocabulary.Find(rune.ToString()) is { } token) pieces.Add((rune.ToString(), token));
            else pieces.AddRange(Encoding.UTF8.GetBytes(rune.ToString()).Select(value => ((string?)null, TokenVocabulary.OfByte(value))));
        }

        while (true)
        {
            var (best, score) = (-1, float.NegativeInfinity);
            for (var i = 0; i + 1 < pieces.Count; i++)
            {
                if (Merged(pieces[i].Text, pieces[i + 1].Text) is { } token && Vocabulary.Score(token) > score) (best, score) = (i, Vocabulary.Score(token));
            }

            if (best < 0) return [TokenVocabulary.Begin, .. pieces.Select(piece => piece.Token)];
            pieces[best] = (pieces[best].Text + pieces[best + 1].Text, Merged(pieces[best].Text, pieces[best + 1].Text)!.Value);
            pieces.RemoveAt(best + 1);
        }
    }

    private static int? Merged(string? left, string? right) => left is null || right is null ? null : Vocabulary.Find(left + right);
}
