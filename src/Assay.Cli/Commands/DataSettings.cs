using System.Globalization;
using Assay.Cli.Settings;
using Assay.Data;
using Assay.Tokens;

namespace Assay.Cli.Commands;

/// <summary>Settings that say which rows are read, and how: chosen by condition, then at random or from the top, then cut.</summary>
internal static class DataSettings
{
    public static IReadOnlyList<SettingDefinition> Choosing { get; } =
    [
        new("format", "NAME", "the data's format when its name does not tell: csv, tsv, json, jsonl"),
        new("where", "CONDITION", "only rows such as \"label = 'positive' and length(inputs) <= 2000\""),
        new("sample", "N", "N rows drawn at random, in their order"),
        new("seed", "S", "which draw --sample makes (default: 0)"),
        new("stratify", "COL", "draw of each value of this column in proportion, one row at least"),
        new("head", "N", "only the first N rows"),
        new("truncate", "[COL=]ENCODING:N", "cut texts of a column (default: the input's) to N tokens: gpt2:1024", IsRepeatable: true),
        new("id", "COL", "the column that identifies a row"),
        new("input", "COL", "the column of what is asked (default: inputs)"),
    ];

    /// <summary>The rows that an address and the settings name.</summary>
    public static Dataset Open(string address, SettingBag settings, IProgress<FetchProgress>? progress)
    {
        if (settings.Has("sample") && settings.Last("head") is { } head)
        {
            throw new BadInputException($"{head.Origin}: --sample and --head exclude each other; give one");
        }

        if (settings.Last("stratify") is { } stratum && !settings.Has("sample"))
        {
            throw new BadInputException($"{stratum.Origin}: --stratify says how --sample draws; give --sample N too");
        }

        var options = new DatasetOptions { IdColumn = settings.Text("id"), Format = Format(settings) };
        var dataset = Dataset.FromAddress(address, options, progress);
        if (settings.Last("where") is { } condition)
        {
            dataset = condition.Read("--where", dataset.Where);
        }

        if (settings.Integer("sample", 1) is { } rows)
        {
            dataset = dataset.Sample(rows, Seed(settings), settings.Text("stratify"));
        }
        else if (settings.Integer("head", 1) is { } first)
        {
            dataset = dataset.Head(first);
        }

        return settings.All("truncate").Aggregate(dataset, (cut, value) => Truncate(cut, value, settings.Text("input") ?? "inputs"));
    }

    private static long Seed(SettingBag settings) => settings.Last("seed") is not { } given ? 0
        : long.TryParse(given.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw new BadInputException($"{given.Origin}: '{given.Text}' is not a whole number");

    private static Dataset Truncate(Dataset dataset, SettingValue given, string usual)
    {
        var equals = given.Text.LastIndexOf('=');
        var rest = given.Text[(equals + 1)..].Split(':');
        return rest is [var encoding, var count] && TokenEncoding.Names.Contains(encoding)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) && tokens > 0
            ? dataset.Truncate(encoding, tokens, equals < 0 ? usual : given.Text[..equals])
            : throw new BadInputException(
                $"{given.Origin}: '{given.Text}' names no encoding and number of tokens; write gpt2:1024 or COLUMN=gpt2:1024 (there are {string.Join(", ", TokenEncoding.Names)})");
    }

    private static DataFormat? Format(SettingBag settings) => settings.Last("format") is not { } given ? null : given.Text switch
    {
        "csv" => DataFormat.Csv,
        "tsv" => DataFormat.Tsv,
        "json" => DataFormat.Json,
        "jsonl" => DataFormat.JsonLines,
        _ => throw new BadInputException($"{given.Origin}: no format '{given.Text}'; there are csv, tsv, json and jsonl"),
    };
}
