using System.Globalization;
using Assay.Import;

namespace Assay.Cli.Output;

/// <summary>What an import did, for people; what it left out goes to standard error.</summary>
internal static class ImportReportTable
{
    private const int MostShown = 20;

    public static void Write(ImportReport report, string from, string to, bool dryRun)
    {
        Console.WriteLine(Terminal.Printable(dryRun ? $"What would be copied from {from} to {to}:" : $"Copied from {from} to {to}:"));
        ListTable.Write(
            ["", dryRun ? "to copy" : "copied", dryRun ? "to update" : "updated", "already there", "skipped", "failed"],
            [
                Row("experiments", report.Experiments),
                Row("runs", report.Runs),
                Row("logged models", report.LoggedModels),
                Row("registered models", report.RegisteredModels),
                Row("their versions", report.ModelVersions),
            ]);
        if (!dryRun)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{report.Points:N0} points of metrics and {report.Files:N0} files ({ByteCount.Text(report.Bytes)}) in {report.Elapsed.TotalSeconds:N1} s"));
        }

        if (report.Traces > 0)
        {
            Console.WriteLine(FormattableString.Invariant($"{report.Traces:N0} traces stay behind: traces are not imported yet"));
        }

        WriteOmissions(report);
    }

    private static string[] Row(string name, ImportCounts counts) =>
        [name, Number(counts.Copied), Number(counts.Updated), Number(counts.AlreadyThere), Number(counts.Skipped), Number(counts.Failed)];

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static void WriteOmissions(ImportReport report)
    {
        foreach (var (what, reason) in report.Omissions.Take(MostShown))
        {
            Console.Error.WriteLine(Terminal.Printable($"assay: left out: {what}: {reason}"));
        }

        if (report.OmissionCount > MostShown)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"assay: … and {report.OmissionCount - MostShown:N0} more; --json names 1,000 of them"));
        }
    }
}
