using System.Globalization;
using Assay.Overlap;
using Assay.Overlap.EditRate;

namespace Assay.Tests.Overlap;

public sealed class TerTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("a b", "", 100)]
    [InlineData("", "a b", 100)]
    [InlineData("a b c d", "c d a b", 25)]
    [InlineData("a b c d e f", "a b", 200)]
    public void Sentence_of_small_texts_is_the_edits_by_hand(string hypothesis, string reference, double expected) =>
        new Ter().Sentence(hypothesis, reference).ShouldBe(expected);

    [Fact]
    public void Keep_of_any_texts_within_the_band_is_the_edit_distance()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            int[] hypothesis = Words(random), reference = Words(random);
            var band = new EditBand();
            band.Begin(reference, hypothesis.Length);
            band.Keep(hypothesis, 0);
            band.Distance.ShouldBe(Levenshtein(hypothesis, reference), string.Join(' ', hypothesis) + " / " + string.Join(' ', reference));
        }
    }

    [Fact]
    public void DistanceOf_a_variation_is_the_distance_of_it_kept()
    {
        var random = new Random(8);
        for (var round = 0; round < 300; round++)
        {
            int[] reference = [.. Enumerable.Range(0, random.Next(1, 120)).Select(_ => random.Next(5))];
            int[] hypothesis = [.. Enumerable.Range(0, random.Next(1, 120)).Select(_ => random.Next(5))];
            int[] variation = [.. hypothesis];
            int from = random.Next(hypothesis.Length), to = random.Next(from, hypothesis.Length) + 1;
            random.Shuffle(variation.AsSpan(from, to - from));
            EditBand band = new(), anew = new();
            band.Begin(reference, hypothesis.Length);
            band.Keep(hypothesis, 0);
            anew.Begin(reference, hypothesis.Length);
            anew.Keep(variation, 0);
            band.DistanceOf(variation, from, to).ShouldBe(anew.Distance, round.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Sentence_of_very_different_lengths_stays_in_its_band_of_the_table()
    {
        // The word is found at the first place, which a band about the middle does not hold.
        var words = string.Join(' ', Enumerable.Range(0, 200_000));
        new Ter().Sentence("0", words).ShouldBe(100);
        new Ter().Sentence("100000", words).ShouldBe(100.0 * 199_999 / 200_000, 1e-9);
        new Ter().Sentence(words, "0").ShouldBe(100.0 * 199_999, 1e-6);
    }

    // Short enough that the band holds the whole table.
    private static int[] Words(Random random) => [.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => random.Next(6))];

    private static int Levenshtein(int[] a, int[] b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
