using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Naming;

namespace Assay.Data.Hub;

/// <summary>
/// Finds out which data set, revision, configuration and split are meant, and remembers it, so that rows that are on disk can be read without
/// a connection.
/// </summary>
internal sealed class HubCatalogue(string title, string name, HubOptions options, HubEndpoints endpoints, HubClient client, HubCache cache)
{
    private string _splits = "[]";

    private string AboutPath => cache.PathOf(endpoints.Hub.Authority, name, "about.json");

    /// <summary>Asks the hub.</summary>
    /// <exception cref="HubUnreachableException">It gives no answer.</exception>
    public async Task<HubSplit> AskAsync(CancellationToken cancellationToken)
    {
        var about = await client.GetAsync(HubEndpoints.Below(endpoints.Hub, $"api/datasets/{name}"), cancellationToken).ConfigureAwait(false);
        using var info = about.Status == System.Net.HttpStatusCode.OK ? Parse(about.Body, endpoints.Hub) : throw HubRefusal.OfHub(title, name, endpoints, about);
        var id = Text(info.RootElement, "id") is { } own && HubName.IsValid(own) ? own : name;
        var revision = Text(info.RootElement, "sha") ?? throw Strange(endpoints.Hub);

        var reply = await client.GetAsync(HubEndpoints.Below(endpoints.Rows, "splits", ("dataset", id)), cancellationToken).ConfigureAwait(false);
        using var splits = reply.Status == System.Net.HttpStatusCode.OK ? Parse(reply.Body, endpoints.Rows) : throw HubRefusal.OfRows(title, endpoints, reply);
        if (splits.RootElement.ValueKind != JsonValueKind.Object || !splits.RootElement.TryGetProperty("splits", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw Strange(endpoints.Rows);
        }

        _splits = list.GetRawText();
        return Choose(id, revision, list);
    }

    /// <summary>Keeps what the hub said, with the revision that the row service has.</summary>
    public async Task RememberAsync(HubSplit chosen, CancellationToken cancellationToken)
    {
        var about = new JsonObject { ["id"] = chosen.Dataset, ["sha"] = chosen.Revision, ["splits"] = JsonNode.Parse(_splits) };
        await HubCache.WriteAsync(AboutPath, JsonSerializer.SerializeToUtf8Bytes((JsonNode)about), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was found out the last time; null when nothing was.</summary>
    public async Task<HubSplit?> RememberedAsync(CancellationToken cancellationToken)
    {
        if (await HubCache.ReadAsync(AboutPath, cancellationToken).ConfigureAwait(false) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var about = JsonDocument.Parse(bytes);
            var root = about.RootElement;
            return Choose(root.GetProperty("id").GetString()!, root.GetProperty("sha").GetString()!, root.GetProperty("splits"));
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private HubSplit Choose(string id, string revision, JsonElement list)
    {
        var all = list.EnumerateArray().Select(item => (Config: Text(item, "config")!, Split: Text(item, "split")!)).ToList();
        var configs = all.Select(item => item.Config).Distinct().ToList();
        var config = Pick(options.Config, configs, "configuration", configs.Contains("default") ? "default" : null, known => $"hf:{name}:{known}");
        var splits = all.Where(item => item.Config == config).Select(item => item.Split).ToList();
        return new HubSplit(id, revision, config, Pick(options.Split, splits, "split", null, known => $"?split={known}"));
    }

    private string Pick(string? wanted, List<string> there, string what, string? usual, Func<string, string> example)
    {
        var names = string.Join(", ", there);
        if (there.Count == 0)
        {
            throw new BadInputException($"{title}: the row service knows no {what} of it; look at {HubEndpoints.Below(endpoints.Hub, $"datasets/{name}")}");
        }

        if (wanted is not null)
        {
            return there.Contains(wanted) ? wanted : throw new BadInputException(
                $"{title}: there is no {what} \"{wanted}\"; it has {names}{NameSuggestion.Ending(wanted, there)}");
        }

        return there is [var only] ? only : usual ?? throw new BadInputException(
            $"{title}: it has several {what}s, {names}; name one, such as {example(there[^1])}");
    }

    private JsonDocument Parse(byte[] body, Uri service)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw Strange(service);
        }
        catch (JsonException wrong)
        {
            throw Strange(service, wrong);
        }
    }

    private BadInputException Strange(Uri service, Exception? cause = null) =>
        new($"{title}: {service.Authority} does not answer as the Hugging Face hub does; check HF_ENDPOINT and HF_DATASETS_SERVER", cause);

    private static string? Text(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
