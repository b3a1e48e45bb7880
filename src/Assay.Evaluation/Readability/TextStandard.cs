namespace Assay.Readability;

/// <summary>
/// The school grade that most formulas agree on (textstat's <c>text_standard</c>): each names the whole grades around its figure and the
/// nearest, reading ease one or two, and the first that is named most often wins.
/// </summary>
public static class TextStandard
{
    /// <summary>The grade; NaN where the fog index has no figure for the language.</summary>
    public static double Of(ReadabilityText text)
    {
        var fog = DifficultWordFormulas.GunningFog(text);
        if (double.IsNaN(fog)) return fog;
        var grades = new List<double>();
        AddAround(ReadabilityFormulas.FleschKincaidGrade(text.Counts), grades);
        AddOfEase(LengthFormulas.FleschReadingEase(text), grades);
        AddAround(LengthFormulas.Smog(text), grades);
        AddAround(LengthFormulas.ColemanLiau(text), grades);
        AddAround(ReadabilityFormulas.AutomatedReadabilityIndex(text.Counts), grades);
        AddAround(DifficultWordFormulas.DaleChall(text), grades);
        AddAround(LengthFormulas.LinsearWrite(text), grades);
        AddAround(fog, grades);
        // + 0 makes -0 a 0. The sort is stable, and groups stand in the order of their first grade.
        return grades.GroupBy(grade => grade + 0.0).OrderByDescending(group => group.Count()).First().Key;
    }

    private static void AddAround(double score, List<double> grades) => grades.AddRange([Math.Floor(score), Math.Ceiling(score), Math.Round(score)]);

    private static void AddOfEase(double ease, List<double> grades) => grades.AddRange(ease switch
    {
        >= 90 and < 100 => [5],
        >= 80 and < 90 => [6],
        >= 70 and < 80 => [7],
        >= 60 and < 70 => [8, 9],
        >= 50 and < 60 => [10],
        >= 40 and < 50 => [11],
        >= 30 and < 40 => [12],
        _ => (double[])[13],
    });
}
