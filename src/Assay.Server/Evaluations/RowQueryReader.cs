using System.Globalization;
using System.Text.Json;
using Assay.Evaluations;
using Assay.Wire;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Evaluations;

/// <summary>Reads a search for rows from a URL's parameters.</summary>
internal static class RowQueryReader
{
    public static EvaluationRowQuery Read(string runId, IQueryCollection values)
    {
        var all = new EvaluationRowQuery { RunId = runId };
        return all with
        {
            RowId = Text(values, RowQueryNames.RowId),
            Repeat = Whole(values, RowQueryNames.Repeat),
            Failed = Flag(values, RowQueryNames.Failed),
            Status = Status(values),
            Contains = Text(values, RowQueryNames.Contains),
            Scores = Bounds(Text(values, RowQueryNames.Scores)),
            Unscored = Text(values, RowQueryNames.Unscored),
            OrderByScorer = Text(values, RowQueryNames.OrderByScorer),
            Descending = Flag(values, RowQueryNames.Descending) ?? false,
            MaxResults = Whole(values, RowQueryNames.MaxResults) ?? all.MaxResults,
            PageToken = Text(values, RowQueryNames.PageToken),
        };
    }

    private static string? Text(IQueryCollection values, string name) => values[name] is { Count: > 0 } given ? given[^1] : null;

    private static int? Whole(IQueryCollection values, string name) => Text(values, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Invalid(name, text, "It must be an integer");

    private static bool? Flag(IQueryCollection values, string name) => Text(values, name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw Invalid(name, other, "It must be true or false"),
    };

    private static RowStatus? Status(IQueryCollection values) => Text(values, RowQueryNames.Status) is not { } text ? null
        : Enum.GetValues<RowStatus>().Cast<RowStatus?>().FirstOrDefault(status => RowQueryNames.Of(status!.Value) == text)
            ?? throw Invalid(RowQueryNames.Status, text, $"It must be one of {string.Join(", ", Enum.GetValues<RowStatus>().Select(RowQueryNames.Of))}");

    private static List<ScoreBound> Bounds(string? json)
    {
        if (json is null)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize(json, AssayJson.Default.ListScoreBoundMessage)?.ConvertAll(bound => bound.ToBound()) ?? [];
        }
        catch (JsonException)
        {
            throw Invalid(RowQueryNames.Scores, json, """It must be a JSON array such as [{"scorer": "toxicity", "at_least": 0.5}]""");
        }
    }

    private static AssayException Invalid(string name, string value, string must) =>
        new(ErrorCode.InvalidParameterValue, $"Invalid value {value} for parameter '{name}' supplied. {must}");
}
