using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Server.Tests.Wire;

/// <summary>A recorded call and its recorded answer.</summary>
internal sealed record WireCall(string Op, string Method, string Path, JsonNode? Body, string? Raw, string? Type, int Status, JsonNode? Answer)
{
    // An escaped apostrophe, \u0027, would run into the id that it stands before.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<WireCall> Read(string file) =>
        [.. File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Wire", file)).Select(line => Parse(JsonNode.Parse(line)!))];

    /// <summary>The request, with what was recorded in place of ids replaced by what is known now.</summary>
    public HttpRequestMessage ToRequest(Func<string, string> translate) =>
        new(new HttpMethod(Method), new Uri(translate(Path), UriKind.Relative)) { Content = ToContent(translate) };

    public override string ToString() => $"{Op}: {Method} {Path}";

    private ByteArrayContent? ToContent(Func<string, string> translate)
    {
        if (Body is null && Raw is null)
        {
            return null;
        }

        var bytes = Body is JsonObject { Count: 1 } coded && coded["base64"] is { } base64
            ? Convert.FromBase64String((string)base64!)
            : Encoding.UTF8.GetBytes(translate(Raw ?? (Type is null ? Expand(Body)!.ToJsonString(Plain) : (string)Body!)));
        return new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(Type ?? "application/json") } };
    }

    private static WireCall Parse(JsonNode line) => new(
        (string)line["op"]!, (string)line["method"]!, (string)line["path"]!, line["body"], (string?)line["raw"], (string?)line["type"], (int)line["status"]!, line["answer"]);

    private static JsonNode? Expand(JsonNode? node) => node switch
    {
        JsonObject { Count: 2 } repeated when repeated["repeat"] is { } times => repeated["item"] is { } item
            ? new JsonArray([.. Enumerable.Range(0, (int)times).Select(_ => item.DeepClone())])
            : JsonValue.Create(string.Concat(Enumerable.Repeat((string)repeated["text"]!, (int)times))),
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Expand(pair.Value)))),
        _ => node?.DeepClone(),
    };
}
