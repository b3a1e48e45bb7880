using System.Globalization;
using System.Net;
using System.Text.Json;
using Assay.Formats;

namespace Assay.Data.Hub;

/// <summary>What an answer other than 200 means for the user.</summary>
internal static class HubRefusal
{
    /// <summary>That the hub does not show a data set.</summary>
    public static BadInputException OfHub(string title, string name, HubEndpoints endpoints, HubReply reply)
    {
        var page = HubEndpoints.Below(endpoints.Hub, $"datasets/{name}");
        return new BadInputException(title + ": " + (reply.Status switch
        {
            HttpStatusCode.Unauthorized when endpoints.HasToken => "the hub refused HF_TOKEN; set it to a valid key that may read this data set",
            HttpStatusCode.Unauthorized or HttpStatusCode.NotFound when !endpoints.HasToken =>
                $"{endpoints.Hub.Authority} shows no such data set; check the name, or, as it may be private or gated, set HF_TOKEN to a key that may read it",
            HttpStatusCode.NotFound => $"{endpoints.Hub.Authority} shows no such data set to the owner of HF_TOKEN; check the name",
            HttpStatusCode.Forbidden => $"the data set is gated; accept its conditions at {page} and set HF_TOKEN to a key of that account",
            _ => string.Create(CultureInfo.InvariantCulture, $"{endpoints.Hub.Authority} answered with status {(int)reply.Status}{Reason(reply)}; look at {page}"),
        }));
    }

    /// <summary>That the row service gives no rows of a data set that there is.</summary>
    public static BadInputException OfRows(string title, HubEndpoints endpoints, HubReply reply) => reply.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new BadInputException(
            $"{title}: the row service does not show it; it is gated or private: set HF_TOKEN to a key that may read it"),
        _ => new BadInputException(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: the row service {endpoints.Rows.Authority} cannot give its rows (status {(int)reply.Status}{Reason(reply)}); download the data set and give its file with --data")),
    };

    private static string Reason(HubReply reply)
    {
        string? text = null;
        try
        {
            using var body = JsonDocument.Parse(reply.Body);
            text = body.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) ? error.ToString() : null;
        }
        catch (JsonException)
        {
            // A page of a proxy in between, which says nothing about the data set.
        }

        return string.Concat(new[] { reply.ErrorCode, text }.Where(part => !string.IsNullOrEmpty(part)).Select(part => ", " + OneLine.Of(part, 200).TrimEnd('.')));
    }
}
