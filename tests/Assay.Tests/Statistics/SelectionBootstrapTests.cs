using Assay.Statistics;

namespace Assay.Tests.Statistics;

public sealed class SelectionBootstrapTests
{
    /// <summary>Twenty settings that are all alike: the apparent best is too good by about two standard errors, the corrected one by none.</summary>
    [Fact]
    public void BestOfManyThatAreAlike_IsWorthWhatTheyAreWorth()
    {
        const int Trials = 60, Settings = 20, Rows = 100;
        var (apparent, corrected) = (0.0, 0.0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var random = new SeededRandom(7, (ulong)trial);
            var scores = new double[Settings][];
            for (var i = 0; i < Settings; i++)
            {
                scores[i] = new double[Rows];
                for (var row = 0; row < Rows; row++)
                {
                    scores[i][row] = random.NextDouble() < 0.7 ? 1 : 0;
                }
            }

            apparent += scores.Max(column => column.Average()) / Trials;
            corrected += SelectionBootstrap.Of(scores, higherIsBetter: true, seed: (ulong)trial).LeftOut.Average() / Trials;
        }

        apparent.ShouldBeGreaterThan(0.76);
        corrected.ShouldBe(0.7, 0.015);
    }

    [Fact]
    public void SameSeed_GivesTheSame_AndLowerIsBetterTurnsItRound()
    {
        double[][] scores = [[.. Enumerable.Range(0, 50).Select(i => i % 3 * 0.4)], [.. Enumerable.Range(0, 50).Select(i => i % 5 * 0.1)]];

        var first = SelectionBootstrap.Of(scores, higherIsBetter: true, seed: 3);
        first.LeftOut.ShouldBe(SelectionBootstrap.Of(scores, higherIsBetter: true, seed: 3).LeftOut);
        first.Wins[0].ShouldBeGreaterThan(first.Wins[1]);
        var turned = SelectionBootstrap.Of(scores, higherIsBetter: false, seed: 3);
        turned.Wins[1].ShouldBeGreaterThan(turned.Wins[0]);
    }
}
