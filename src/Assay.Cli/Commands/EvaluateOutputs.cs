using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Reports;
using Assay.Results;

namespace Assay.Cli.Commands;

/// <summary>The files that an evaluation writes beside its run.</summary>
internal sealed record EvaluateOutputs(OutputFile? Report, OutputFile? JUnit, OutputFile? Summary, ReportLanguage Language)
{
    public static EvaluateOutputs From(SettingBag settings) => new(
        OutputFile.For(settings.Text("report"), "--report"),
        OutputFile.For(settings.Text("junit"), "--junit"),
        OutputFile.For(settings.Text("summary"), "--summary"),
        ReportLanguages.Parse(settings.Last("lang")));

    public async Task WriteAsync(EvaluationSummary summary, IAssayStore store, bool failedAllowed, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAllAsync(summary, store, failedAllowed, cancellationToken).ConfigureAwait(false);
        }
        catch (BadInputException failure)
        {
            throw new BadInputException(
                $"{failure.Message}; the run is stored: 'assay show {summary.RunId}' shows it, and with --report FILE.html writes its report", failure);
        }
    }

    private async Task WriteAllAsync(EvaluationSummary summary, IAssayStore store, bool failedAllowed, CancellationToken cancellationToken)
    {
        var options = new ReportOptions { Language = Language, FailedRowsAllowed = failedAllowed };
        if (Report is not null)
        {
            await Report.WriteAsync(writer => HtmlReport.WriteAsync(summary, store.Evaluations, writer, options, cancellationToken)).ConfigureAwait(false);
        }

        if (JUnit is not null)
        {
            await JUnit.WriteAsync(writer => JUnitReport.WriteAsync(summary, store.Evaluations, writer, options, cancellationToken)).ConfigureAwait(false);
        }

        if (Summary is not null)
        {
            await Summary.WriteAsync(writer => MarkdownSummary.WriteAsync(summary, writer, options, cancellationToken)).ConfigureAwait(false);
        }
    }

    public IEnumerable<string> Describe()
    {
        foreach (var (name, file) in new[] { ("Report", Report), ("JUnit", JUnit), ("Summary", Summary) })
        {
            if (file is not null)
            {
                yield return $"{name}: {file.Path}";
            }
        }
    }
}
