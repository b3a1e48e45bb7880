using System.Text.Json;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Experiments;

/// <summary>What could be written next in the search box, as JSON for the script of the box.</summary>
internal static class CompletionRoutes
{
    private const int LongestFilter = 6000;

    public static void Map(PageRoutes pages) => pages.Raw("/experiments/{id}/completion", AnswerAsync);

    private static async Task AnswerAsync(Visit visit, CancellationToken cancellationToken)
    {
        var before = visit.Query("before") ?? "";
        var response = visit.Context.Response;
        if (before.Length > LongestFilter)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var id = ExperimentRoutes.IdOf(visit);
        var completion = await FilterCompletion.OfAsync(visit.Store.Tracking, id, before, visit.T, cancellationToken).ConfigureAwait(false);
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        PageSecurity.Protect(response);
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteNumber("from", completion.From);
        json.WriteStartArray("options");
        foreach (var option in completion.Options)
        {
            json.WriteStartObject();
            json.WriteString("text", option.Text);
            json.WriteString("hint", option.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
