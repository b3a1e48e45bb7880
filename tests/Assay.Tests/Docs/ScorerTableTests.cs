using System.Text.RegularExpressions;
using Assay.Scoring;

namespace Assay.Tests.Docs;

/// <summary>Keeps the table of docs/scorers.md true: it holds every scorer, once, as the program describes it.</summary>
public sealed partial class ScorerTableTests
{
    /// <summary>What a scorer needs to be made, where its name alone is not enough.</summary>
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["all"] = ":of=(json_valid)",
        ["any"] = ":of=(json_valid)",
        ["json_schema"] = ":schema=\"{}\"",
        ["language"] = ":is=en",
        ["regex"] = ":pattern=a",
    };

    private static readonly Dictionary<string, ScoreKind> Kinds = new()
    {
        ["pass"] = ScoreKind.PassFail,
        ["share"] = ScoreKind.UnitInterval,
        ["rating"] = ScoreKind.Ordinal,
        ["number"] = ScoreKind.Unbounded,
    };

    private static readonly Dictionary<string, ScoreDirection> Directions = new()
    {
        ["higher"] = ScoreDirection.Higher,
        ["lower"] = ScoreDirection.Lower,
        ["–"] = ScoreDirection.None,
    };

    [Fact]
    public void The_table_names_every_scorer_and_set_once_and_no_other() =>
        Table().Select(row => row.Name).ShouldBe(ScorerCatalog.Names, ignoreOrder: true);

    [Fact]
    public void Kinds_directions_and_keys_are_those_of_the_scorers()
    {
        var wrong = new List<string>();
        var checkedNames = 0;
        foreach (var row in Table().Where(row => Kinds.ContainsKey(row.Kind) && !row.AsksService))
        {
            var scorer = ScorerCatalog.Create(row.Name + Parameters.GetValueOrDefault(row.Name))[0].Description;
            if (Keys(row.Logged, scorer.Name) is { } keys && !keys.SequenceEqual(scorer.Aggregates.Select(aggregate => aggregate.Key)))
            {
                wrong.Add($"{row.Name}: logs {string.Join(", ", scorer.Aggregates.Select(aggregate => aggregate.Key))}");
            }

            var better = scorer.Aggregates is [var first, ..] ? scorer.DirectionOf(first.Key) : scorer.Direction;
            checkedNames++;
            if (Kinds[row.Kind] != scorer.Kind || Directions[row.Better] != better)
            {
                wrong.Add($"{row.Name}: {row.Kind}, {row.Better} is {scorer.Kind}, {better}");
            }
        }

        wrong.ShouldBeEmpty();
        checkedNames.ShouldBeGreaterThan(80);
    }

    [Fact]
    public void Links_lead_to_pages_that_are_there() =>
        Table().Select(row => row.Page).Where(page => page.Length > 0).Distinct()
            .Where(page => !File.Exists(Repository.File($"docs/{page}"))).ShouldBeEmpty();

    /// <summary>The keys that a word of the table stands for; null where it says more than a word.</summary>
    private static string[]? Keys(string logged, string name) => logged switch
    {
        "m v p90" => [$"{name}/v1/mean", $"{name}/v1/variance", $"{name}/v1/p90"],
        "share" or "all rows" => [$"{name}/v1"],
        _ => null,
    };

    private static IEnumerable<(string Name, string Kind, string Better, bool AsksService, string Logged, string Page)> Table() =>
        from line in File.ReadLines(Repository.File("docs/scorers.md")).SkipWhile(line => !line.StartsWith("| scorer |", StringComparison.Ordinal))
            .Skip(2).TakeWhile(line => line.StartsWith('|'))
        let cells = line.Split(" |").Select(cell => cell.TrimStart('|').Trim()).ToArray()
        from name in Quoted().Matches(cells[0])
        select (name.Groups[1].Value, cells[2], cells[4], cells[5].StartsWith("judge", StringComparison.Ordinal) || cells[5].Contains("model=", StringComparison.Ordinal),
            cells[6], Link().Match(cells[7]).Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)#]+)")]
    private static partial Regex Link();
}
