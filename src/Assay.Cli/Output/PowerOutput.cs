using Assay.Comparisons;
using Assay.Reports;
using Assay.Reports.Figures;

namespace Assay.Cli.Output;

/// <summary>What <c>assay power</c> prints.</summary>
internal static class PowerOutput
{
    public static void WriteJson(PowerPlan plan) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", plan.Spread.IsPassFail ? "pass_fail" : "mean");
        json.WriteNumber(plan.Spread.IsPassFail ? "differing_share" : "sd_of_differences", plan.Spread.Value);
        json.WriteString("basis", plan.Spread.Basis);
        json.WriteNumber("power", plan.Power);
        json.WriteNumber("confidence", plan.Confidence);
        if (plan.Difference is { } difference)
        {
            json.WriteNumber("difference", difference);
            json.WriteNumber("rows", plan.Rows!.Value);
        }

        json.WriteStartArray("table");
        foreach (var (rows, smallest) in plan.Table)
        {
            json.WriteStartObject();
            json.WriteNumber("rows", rows);
            if (smallest is { } value) json.WriteNumber("difference", value);
            else json.WriteNull("difference");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static void WriteTable(PowerPlan plan)
    {
        var numbers = FigureFormat.For(ReportLanguage.En).Notation;
        Console.WriteLine($"Basis: {Terminal.Printable(plan.Spread.Basis)}");
        if (plan.Difference is { } difference)
        {
            Console.WriteLine($"To see a difference of {numbers.Place(difference)} with power {numbers.Percent(plan.Power, " ")} "
                + $"(confidence {numbers.Percent(plan.Confidence, " ")}): {numbers.Count(plan.Rows!.Value)} rows, the same ones in both runs");
        }

        ListTable.Write(["rows", "smallest difference seen"], plan.Table.Select(line => new[]
        {
            numbers.Count(line.Rows), line.Smallest is { } smallest ? numbers.Significant(smallest, 2) : "none",
        }));
    }
}
