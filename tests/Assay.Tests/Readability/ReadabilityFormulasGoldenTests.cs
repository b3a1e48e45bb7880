using System.Globalization;
using System.Text.Json;
using Assay.Readability;
using Assay.Scoring;
using Assay.Tests.Golden;

namespace Assay.Tests.Readability;

public sealed class ReadabilityFormulasGoldenTests
{
    // The names that the reference's methods have here, where they are others.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["linsear_write_formula(strict_upper=False)"] = "linsear_write_formula:strict_upper=false",
        ["text_standard(float_output=True)"] = "text_standard",
        ["wiener_sachtextformel(1)"] = "wiener_sachtextformel",
        ["wiener_sachtextformel(2)"] = "wiener_sachtextformel:variant=2",
        ["wiener_sachtextformel(3)"] = "wiener_sachtextformel:variant=3",
        ["wiener_sachtextformel(4)"] = "wiener_sachtextformel:variant=4",
        ["lexicon_count(removepunct=False)"] = "lexicon_count:removepunct=false",
        ["lexicon_count(split_contractions=True)"] = "lexicon_count:split_contractions=true",
        ["lexicon_count(split_hyphens=True)"] = "lexicon_count:split_hyphens=true",
        ["char_count(ignore_spaces=True)"] = "char_count",
        ["char_count(ignore_spaces=False)"] = "char_count:ignore_spaces=false",
        ["difficult_words(unique=False)"] = "difficult_words:unique=false",
        ["difficult_words(threshold=0,unique=False)"] = "difficult_words:unique=false,threshold=0",
    };

    private static readonly Dictionary<string, IScorer> Cached = [];

    [Theory]
    [InlineData("en_US")]
    [InlineData("es")]
    [InlineData("es_ES")]
    [InlineData("fr")]
    [InlineData("pt")]
    [InlineData("pt_BR")]
    public async Task Every_formula_and_count_equals_the_reference(string language)
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("readability", record => record.GetProperty("variant").GetProperty("lang").GetString() == language))
        {
            var sample = new Sample { Output = record.GetProperty("input").GetProperty("text").GetString() };
            var figures = record.GetProperty("expected").EnumerateObject().Concat(record.GetProperty("ingredients").EnumerateObject());
            foreach (var figure in figures)
            {
                var score = await Scorer(figure.Name, language).ScoreAsync(sample, TestContext.Current.CancellationToken);
                // Where the reference fails there is a reason.
                var agrees = figure.Value.ValueKind == JsonValueKind.Object ? score is { Value: null, Reason.Length: > 0 }
                    : score.Value is { } value && GoldenFile.Agrees(value, figure.Value.GetDouble());
                differences.Add(agrees ? null : $"{record.GetProperty("id")} {figure.Name}: {score} for {figure.Value}");
            }
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    [Fact]
    public async Task Rounded_figures_equal_the_reference()
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("readability_rounding"))
        {
            var points = record.GetProperty("variant").GetProperty("points").GetInt32();
            var sample = new Sample { Output = record.GetProperty("input").GetProperty("text").GetString() };
            foreach (var figure in record.GetProperty("expected").EnumerateObject())
            {
                var scorer = Scorers.Named(string.Create(CultureInfo.InvariantCulture, $"{figure.Name}:round={points}")).Single();
                var score = await scorer.ScoreAsync(sample, TestContext.Current.CancellationToken);
                differences.Add(score.Value == figure.Value.GetDouble() ? null : $"{sample.Output.Text} {figure.Name} to {points}: {score} for {figure.Value}");
            }
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("es_ES")]
    [InlineData("fr")]
    [InlineData("pt")]
    [InlineData("pt_BR")]
    public void Syllables_of_every_word_equal_the_reference(string language) => GoldenFile.ShouldAllAgree(
        GoldenFile.Read("syllables", record => record.GetProperty("variant").GetProperty("lang").GetString() == language).Select(record =>
        {
            var word = record.GetProperty("input").GetProperty("word").GetString()!;
            var expected = record.GetProperty("expected").GetProperty("syllables").GetInt32();
            var actual = ReadabilityLanguage.All.Single(one => one.Code == language[..2]).Counter.Count(word).Syllables;
            return actual == expected ? null : $"{word}: {actual} for {expected}";
        }));

    private static IScorer Scorer(string figure, string language)
    {
        var name = Names.GetValueOrDefault(figure, figure);
        var specification = $"{name}{(name.Contains(':') ? ',' : ':')}lang={language}";
        if (!Cached.TryGetValue(specification, out var scorer)) Cached[specification] = scorer = Scorers.Named(specification).Single();
        return scorer;
    }
}
