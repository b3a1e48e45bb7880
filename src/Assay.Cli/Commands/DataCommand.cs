using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;

namespace Assay.Cli.Commands;

/// <summary><c>assay data</c>: what a data set holds, or which samples there are.</summary>
internal static class DataCommand
{
    private const int RowsShown = 5;

    private const string Examples = """
        assay data
        assay data sample:sentiment
        assay data answers.csv --where "length(answer) > 100" --json
        assay data 'hf:stanfordnlp/imdb?split=test&sample=1000&seed=1' --input text --truncate gpt2:1024
        """;

    private static readonly SettingDefinition[] Settings = [.. DataSettings.Choosing, StoreSettings.Json];

    public static Command Create()
    {
        var address = new Argument<string?>("DATA")
        {
            Description = "a file (.csv .tsv .json .jsonl, each also .gz), - for standard input, hf:NAME?split=… or sample:NAME; without it: the samples there are",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("data", "Show what a data set holds: rows, digest, columns, the first rows.") { address };
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = SettingOptions.Read(parsed, Settings);
            return parsed.GetValue(address) is { } given ? ShowAsync(given, settings, cancellationToken) : Task.FromResult(List(settings.Switch("json")));
        });
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static int List(bool json)
    {
        if (json)
        {
            DatasetJson.Write(BundledSample.All);
            return ExitCode.Done;
        }

        ListTable.Write(
            ["data", "rows", "columns", "what", "licence"],
            BundledSample.All.Select(sample => new[]
            {
                $"sample:{sample.Name}", FormattableString.Invariant($"{sample.Rows}"), string.Join(", ", sample.Columns), $"{sample.About}; {sample.Source}", sample.Licence,
            }));
        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(string address, SettingBag settings, CancellationToken cancellationToken)
    {
        using var progress = new FetchLine();
        var dataset = DataSettings.Open(
            address.Length > 0 ? address : throw new BadInputException("the name of the data is empty; give a file, hf:NAME or sample:NAME"), settings, progress);
        var profile = await dataset.InspectAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<Row>(RowsShown);
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
            if (rows.Count == RowsShown)
            {
                break;
            }
        }

        progress.Dispose();
        foreach (var warning in profile.Warnings)
        {
            await Console.Error.WriteLineAsync($"warning: {Terminal.Printable(warning)}").ConfigureAwait(false);
        }

        if (settings.Switch("json"))
        {
            DatasetJson.Write(dataset, profile, rows);
        }
        else
        {
            DatasetTable.Write(dataset, profile, rows);
        }

        return ExitCode.Done;
    }
}
