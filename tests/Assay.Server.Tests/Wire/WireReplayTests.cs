using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Assay.Server.Tests.Wire;

/// <summary>Sends again what MLflow's client sent to MLflow's server, in order, and compares the answers.</summary>
public sealed partial class WireReplayTests
{
    [Theory]
    [InlineData("client.jsonl")]
    [InlineData("errors.jsonl")]
    public async Task Answers_have_the_recorded_status_and_shape_and_errors_the_recorded_words(string file)
    {
        await using var server = await LoopbackServer.StartAsync();
        var ids = new Dictionary<string, string>();
        var wrong = new List<string>();
        var compared = 0;
        foreach (var call in WireCall.Read(file))
        {
            using var request = call.ToRequest(server.Address, text => Identifier().Replace(text, match => ids.GetValueOrDefault(match.Value, match.Value)));
            using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var answer = call.Interpret(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Learn(ids, call.Answer, answer);
            compared++;
            wrong.AddRange(Compare(call, (int)response.StatusCode, answer, ids).Select(difference => $"{call}: {difference}\n    {answer}"));
        }

        wrong.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(30);
    }

    private static IEnumerable<string> Compare(WireCall call, int status, JsonNode? answer, Dictionary<string, string> ids)
    {
        var expected = KnownDifferences.Stricter.Contains(call.Op) ? 400 : KnownDifferences.NotFound.Contains(call.Op) ? 404 : call.Status;
        if (status != expected)
        {
            return [$"status {status}, not {expected}"];
        }

        if (status != call.Status || KnownDifferences.StatusOnly.Contains(call.Op) || KnownDifferences.OtherContent.Contains(call.Op))
        {
            return [];
        }

        return status == 200 ? WireShape.Differences(call.Answer, answer) : CompareErrors(call, answer, ids);
    }

    private static IEnumerable<string> CompareErrors(WireCall call, JsonNode? answer, Dictionary<string, string> ids)
    {
        var message = Identifier().Replace((string)call.Answer!["message"]!, match => ids.GetValueOrDefault(match.Value, match.Value));
        var same = KnownDifferences.OtherEnding.Contains(call.Op)
            ? ((string)answer!["message"]!).StartsWith(message[..(message.IndexOf(". ", StringComparison.Ordinal) + 1)], StringComparison.Ordinal)
            : (string)answer!["message"]! == message;
        if ((string)answer["error_code"]! != (string)call.Answer["error_code"]!)
        {
            yield return $"not {(string)call.Answer["error_code"]!}";
        }

        if (!same)
        {
            yield return $"not: {message}";
        }
    }

    /// <summary>Remembers which of our ids stands where a recorded one stood.</summary>
    private static void Learn(Dictionary<string, string> ids, JsonNode? recorded, JsonNode? actual)
    {
        switch (recorded, actual)
        {
            case (JsonObject old, JsonObject now):
                foreach (var (key, value) in old)
                {
                    Learn(ids, value, now[key]);
                }

                break;
            case (JsonArray old, JsonArray now):
                for (var i = 0; i < Math.Min(old.Count, now.Count); i++)
                {
                    Learn(ids, old[i], now[i]);
                }

                break;
            case (JsonValue old, JsonValue now) when old.TryGetValue<string>(out var before) && now.TryGetValue<string>(out var after)
                && Identifier().Count(before) == 1 && Identifier().IsMatch(after) && before.Length == 32:
                ids[before] = after;
                break;
        }
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Identifier();
}
