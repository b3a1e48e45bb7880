using Assay.Filters;
using Assay.Tracking;
using Assay.Web.Languages;

namespace Assay.Web.Experiments;

/// <summary>What could be written next in a filter.</summary>
/// <param name="From">Where in the text the options take the place of what is written.</param>
/// <param name="Options">The options, the likeliest first.</param>
internal sealed record FilterCompletion(int From, IReadOnlyList<CompletionOption> Options)
{
    private const int Most = 12;
    private const int RunsLookedAt = 200;

    private static readonly (string Prefix, RunKeyKind Kind, ColumnKind Column)[] Entities =
        [("metrics.", RunKeyKind.Metric, ColumnKind.Metric), ("params.", RunKeyKind.Param, ColumnKind.Param), ("tags.", RunKeyKind.Tag, ColumnKind.Tag)];

    public static async Task<FilterCompletion> OfAsync(
        ITrackingStore store, string experimentId, string before, Texts texts, CancellationToken cancellationToken)
    {
        var gap = FilterGap.At(before);
        var written = gap.Place.In(before);
        IEnumerable<CompletionOption> options = gap.Kind switch
        {
            FilterGapKind.Field => await FieldsAsync(store, experimentId, written, texts, cancellationToken).ConfigureAwait(false),
            FilterGapKind.Comparator => Comparators(gap.Field!).Select(word => new CompletionOption(word + " ", texts["filter.comparator"])),
            FilterGapKind.Value => await ValuesAsync(store, experimentId, gap.Field!, texts, cancellationToken).ConfigureAwait(false),
            _ => [new CompletionOption("AND ", texts["filter.and"])],
        };

        // Of fields the store has found those that hold what is written; of all else it is the beginning that counts.
        var fitting = gap.Kind == FilterGapKind.Field ? options
            : options.Where(option => option.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase) || option.Text.StartsWith($"'{written.TrimStart('\'')}", StringComparison.OrdinalIgnoreCase));
        return new FilterCompletion(gap.Place.Start, [.. fitting.Where(option => option.Text.TrimEnd() != written).Take(Most)]);
    }

    private static async Task<IEnumerable<CompletionOption>> FieldsAsync(
        ITrackingStore store, string experimentId, string written, Texts texts, CancellationToken cancellationToken)
    {
        var options = Assay.Filters.Entities.Runs.Attributes.Where(attribute => attribute.Name.StartsWith(written, StringComparison.OrdinalIgnoreCase))
            .Select(attribute => new CompletionOption(attribute.Name + " ", texts["filter.attribute"])).ToList();
        var named = Entities.Where(entity => written.StartsWith(entity.Prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        var part = (named.Count > 0 ? written[named[0].Prefix.Length..] : written).Trim('`', '"');
        foreach (var entity in named.Count > 0 ? named : [.. Entities])
        {
            var keys = await store.SearchRunKeysAsync(
                new RunKeyQuery { ExperimentIds = [experimentId], Kind = entity.Kind, Contains = part.Length > 0 ? part : null, MaxResults = named.Count > 0 ? Most : 4 },
                cancellationToken).ConfigureAwait(false);
            var hint = texts[$"columns.one_{entity.Column.ToString().ToLowerInvariant()}"];
            options.AddRange(keys.Items.OrderBy(key => !key.StartsWith(part, StringComparison.OrdinalIgnoreCase))
                .Select(key => new RunColumn(entity.Column, key).Field).OfType<string>().Select(field => new CompletionOption(field + " ", hint)));
            if (named.Count == 0 && entity.Prefix.StartsWith(written, StringComparison.OrdinalIgnoreCase) && written.Length > 0)
            {
                options.Insert(0, new CompletionOption(entity.Prefix, hint));
            }
        }

        // Where nothing is written yet, what this experiment logs is likelier than what every run has.
        return written.Length > 0 ? options : options.OrderBy(option => option.Hint == texts["filter.attribute"]);
    }

    private static string[] Comparators(string field) => FieldOf(field) switch
    {
        { Kind: FieldKind.Metric } or { Kind: FieldKind.Attribute, Key: "start_time" or "end_time" } => [">", ">=", "<", "<=", "=", "!=", "IS NULL", "IS NOT NULL"],
        { Kind: FieldKind.Dataset } or { Kind: FieldKind.Attribute, Key: "run_id" } => ["=", "!=", "LIKE", "ILIKE", "IN (", "NOT IN ("],
        _ => ["=", "!=", "LIKE", "ILIKE", "IS NULL", "IS NOT NULL"],
    };

    /// <summary>Values that the newest runs have.</summary>
    private static async Task<IEnumerable<CompletionOption>> ValuesAsync(
        ITrackingStore store, string experimentId, string field, Texts texts, CancellationToken cancellationToken)
    {
        var values = FieldOf(field) switch
        {
            { Kind: FieldKind.Attribute, Key: "status" } => Enum.GetNames<RunStatus>().Select(status => status.ToUpperInvariant()),
            { Kind: FieldKind.Parameter } param => await SeenAsync(new RunColumn(ColumnKind.Param, param.Key)).ConfigureAwait(false),
            { Kind: FieldKind.Tag } tag => await SeenAsync(new RunColumn(ColumnKind.Tag, tag.Key)).ConfigureAwait(false),
            { Kind: FieldKind.Attribute, Key: "user_id" } => await SeenAsync(new RunColumn(ColumnKind.Attribute, "user")).ConfigureAwait(false),
            _ => [],
        };
        return values.Select(Quote).OfType<string>().Select(value => new CompletionOption(value + " ", texts["filter.value"]));

        async Task<IEnumerable<string>> SeenAsync(RunColumn column)
        {
            var runs = await store.SearchRunsAsync(
                new RunQuery { ExperimentIds = [experimentId], Fields = RunTableReader.FieldsOf([column]), MaxResults = RunsLookedAt }, cancellationToken)
                .ConfigureAwait(false);
            return runs.Items.Select(run => new RunRow(run).Text(column)).OfType<string>().Where(value => value.Length is > 0 and <= 100)
                .CountBy(value => value).OrderByDescending(value => value.Value).Select(value => value.Key);
        }
    }

    private static string? Quote(string value) => !value.Contains('\'', StringComparison.Ordinal) ? $"'{value}'" : value.Contains('"', StringComparison.Ordinal) ? null : $"\"{value}\"";

    private static SearchField? FieldOf(string field)
    {
        try
        {
            return FieldNames.Read(field, Assay.Filters.Entities.Runs, attribute => attribute.IsSearchable);
        }
        catch (AssayException)
        {
            return null;
        }
    }
}
