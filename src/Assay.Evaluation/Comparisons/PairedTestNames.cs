using Assay.Naming;

namespace Assay.Comparisons;

/// <summary>The tests by the names that people give them.</summary>
public static class PairedTestNames
{
    private static readonly (string Name, PairedTest Test)[] All =
    [
        ("mcnemar-midp", PairedTest.McNemarMidP), ("mcnemar-exact", PairedTest.McNemarExact), ("mcnemar", PairedTest.McNemar),
        ("permutation", PairedTest.Permutation), ("wilcoxon", PairedTest.Wilcoxon), ("t", PairedTest.T), ("sign", PairedTest.Sign),
    ];

    /// <summary>The name of a test.</summary>
    public static string Of(PairedTest test) => Array.Find(All, known => known.Test == test).Name;

    /// <summary>The test of that name. Throws <see cref="BadInputException"/> when there is none.</summary>
    public static PairedTest Parse(string name)
    {
        var found = Array.FindIndex(All, known => known.Name == name);
        return found >= 0 ? All[found].Test : throw new BadInputException(
            $"--test: no test '{name}'; there are {string.Join(", ", All.Select(known => known.Name))}{NameSuggestion.Ending(name, All.Select(known => known.Name))}");
    }

    /// <summary>Whether it is one for pass or fail only.</summary>
    internal static bool IsForPassFail(this PairedTest test) => test is PairedTest.McNemarMidP or PairedTest.McNemarExact or PairedTest.McNemar;
}
