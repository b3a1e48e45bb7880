using System.Globalization;
using Assay.Tracking;

namespace Assay.Tests.Import;

/// <summary>What is written to an mlruns folder, whatever it is, is read from the store after an import.</summary>
public sealed class ImportProperties
{
    private static readonly string[] Letters = ["a", "B", "7", "_", "-", ".", " ", ":", "ß", "日", "é", "/x", "/y/z"];
    private static readonly string[] Values = ["", " ", "1", "null", "~", "'", "\"", "{}", "- a", "a: b", "#", "\r\n", "\n", "🙂", "日本語", "\\", "%", "\u0001"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task What_was_written_is_read(int seed)
    {
        var random = new Random(seed);
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Experiment("7", "lab");
        var expected = new Dictionary<string, (Dictionary<string, string> Params, Dictionary<string, string> Tags, Dictionary<string, List<Metric>> Histories)>();
        for (var i = 0; i < 20; i++)
        {
            var id = $"{random.NextInt64():x16}{random.NextInt64():x16}";
            lab.Mlruns.Run("7", id);
            var (parameters, tags) = (Pairs(random), Pairs(random));
            Write(lab, $"7/{id}/params", parameters);
            Write(lab, $"7/{id}/tags", tags);
            var histories = Keys(random).ToDictionary(key => key, key => Enumerable.Range(0, random.Next(1, 3000)).Select(_ => Point(random, key)).ToList());
            foreach (var (key, points) in histories)
            {
                lab.Mlruns.Write($"7/{id}/metrics/{key}", string.Concat(points.Select(point => string.Create(
                    CultureInfo.InvariantCulture, $"{point.Timestamp} {point.Value} {point.Step}\n"))));
            }

            expected[id] = (parameters, tags, histories);
        }

        (await lab.ImportAsync()).Omissions.ShouldBeEmpty();

        foreach (var (id, (parameters, tags, histories)) in expected)
        {
            var run = await lab.RunAsync(id);
            run.Params.ToDictionary(param => param.Key, param => param.Value).ShouldBe(parameters, ignoreOrder: true);
            foreach (var (key, value) in tags)
            {
                run.Tags.ShouldContain(new Tag(key, value));
            }

            foreach (var (key, points) in histories)
            {
                (await lab.HistoryAsync(id, key)).ShouldBe(points.Distinct(), ignoreOrder: true);
            }
        }
    }

    private static Metric Point(Random random, string key) => new(
        key,
        random.Next(20) switch { 0 => double.NaN, 1 => double.NegativeInfinity, 2 => double.PositiveInfinity, _ => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)) },
        random.NextInt64(2_000_000_000_000), random.Next(-5, 1000));

    private static void Write(ImportLab lab, string folder, Dictionary<string, string> pairs)
    {
        foreach (var (key, value) in pairs)
        {
            lab.Mlruns.Write($"{folder}/{key}", value);
        }
    }

    private static Dictionary<string, string> Pairs(Random random) =>
        Keys(random).ToDictionary(key => key, _ => string.Concat(random.GetItems(Values, random.Next(5))));

    /// <summary>Keys of which none is a folder of another: a numbered part begins each.</summary>
    private static List<string> Keys(Random random) => [.. Enumerable.Range(0, random.Next(5)).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"k{i}{string.Concat(random.GetItems(Letters, random.Next(6)))}k"))];
}
