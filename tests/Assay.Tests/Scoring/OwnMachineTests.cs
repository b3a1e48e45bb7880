using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Assay.Judges;
using Assay.Models;
using Assay.Scoring;
using Assay.Tests.Models;

namespace Assay.Tests.Scoring;

/// <summary>
/// Who scores over HTTP must not reach this machine's files, programs and services by any parameter of any scorer. Each parameter of each
/// scorer of the catalogue is given names of them; where one is there and the other is not, the outcome must be the same.
/// </summary>
public sealed partial class OwnMachineTests : IDisposable
{
    // What a scorer cannot be made without.
    private static readonly Dictionary<string, string> Required = new()
    {
        ["all"] = "of=(json_valid)", ["any"] = "of=(json_valid)", ["weighted"] = "of=(json_valid)", ["regex"] = "pattern=a", ["json_schema"] = "schema={}",
        ["exec"] = "command=true", ["embedding_similarity"] = "model=openai:e", ["guidelines"] = "rules=Be kind.", ["pairwise"] = "with=b",
    };

    private readonly TemporaryFolder _folder = new();

    public OwnMachineTests()
    {
        _folder.Write("there", "{}");
        _folder.Write("judge.yaml", "name: tone\nversion: v3\nprompt: Is it friendly?\ninputs: [output]\nscale: {no: \"\", yes: \"\"}\n");
    }

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> AllScorers => [.. ScorerCatalog.Names];

    [Theory]
    [MemberData(nameof(AllScorers))]
    public async Task NoParameterOfAnyScorer_ReachesAFileOrProgram(string scorer)
    {
        foreach (var parameter in ParametersOf(scorer).Append("file"))
        {
            foreach (var (there, missing) in Targets())
            {
                (await OutcomeAsync(scorer, parameter, there)).ShouldBe(await OutcomeAsync(scorer, parameter, missing), $"{scorer}:{parameter}={there}");
            }

            await OutcomeAsync(scorer, parameter, $"touch {_folder["made"]}");
            await OutcomeAsync(scorer, parameter, $"exec:touch {_folder["made"]}");
        }

        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).ShouldBe(["there", "judge.yaml"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(AllScorers))]
    public async Task NoParameterOfAnyScorer_CallsAService(string scorer)
    {
        using var service = new TcpListener(IPAddress.Loopback, 0);
        service.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)service.LocalEndpoint).Port}/v1";

        foreach (var parameter in ParametersOf(scorer)) await OutcomeAsync(scorer, parameter, address);

        service.Pending().ShouldBeFalse();
    }

    [Theory]
    [InlineData("json_schema", "schema")]
    [InlineData("perplexity", "model")]
    [InlineData("judge", "file")]
    [InlineData("guidelines", "file")]
    public async Task OnesOwnMachine_IsReachedByThem(string scorer, string parameter)
    {
        // What the other tests rest on: these would notice.
        var differ = false;
        foreach (var (there, missing) in Targets())
        {
            differ |= await OutcomeAsync(scorer, parameter, there, mayCallServices: true) != await OutcomeAsync(scorer, parameter, missing, mayCallServices: true);
        }

        differ.ShouldBeTrue();
    }

    private (string There, string Missing)[] Targets() =>
    [
        (_folder["there"], _folder["gone"]), (_folder["judge.yaml"], _folder["gone"]), ("local:" + _folder["there"], "local:" + _folder["gone"]),
        ("replay:" + _folder["there"], "replay:" + _folder["gone"]),
    ];

    /// <summary>The score and reason, or the refusal, with the names taken out.</summary>
    private async Task<string> OutcomeAsync(string scorer, string parameter, string value, bool mayCallServices = false)
    {
        var others = Required.GetValueOrDefault(scorer) is { } required && !required.StartsWith(parameter + "=", StringComparison.Ordinal) && scorer != "guidelines"
            ? $",{required}" : "";
        string said;
        try
        {
            var made = Scorers.OfRecorded([$"{scorer}:{parameter}=\"{value}\"{others},as=s"], mayCallServices, mayCallServices ? Judges() : null).Single();
            var sample = new Sample { Output = "a", Reference = "a", Input = "a", Context = "a" };
            var score = await made.ScoreAsync(sample, TestContext.Current.CancellationToken);
            said = $"{made.Description} {score.Value} {score.Reason}";
        }
        catch (Exception refused) when (refused is BadInputException or ModelException)
        {
            said = refused.Message;
        }

        return said.Replace(_folder["there"], "X", StringComparison.Ordinal).Replace(_folder["judge.yaml"], "X", StringComparison.Ordinal)
            .Replace(_folder["gone"], "X", StringComparison.Ordinal);
    }

    private static JudgeModels Judges() => new(_ => Ask.Script(new Answer { Text = "{}" }), "script:model");

    /// <summary>The parameters of a scorer, as it says them of one that it does not have (two need a file or a key to say so); none of a set.</summary>
    private static string[] ParametersOf(string scorer)
    {
        if (scorer == "judge") return ["file", "model"];
        if (scorer == "embedding_similarity") return ["model", "dimensions"];
        var required = Required.GetValueOrDefault(scorer);
        try
        {
            Scorers.Named([$"{scorer}:{(required is null ? "" : required + ",")}no_such_parameter=1"], Judges());
        }
        catch (BadInputException refused) when (refused.Message.Contains("is a set", StringComparison.Ordinal))
        {
            return [];
        }
        catch (BadInputException refused) when (Has().Match(refused.Message) is { Success: true } has)
        {
            return has.Groups[1].Value == "none but" ? [] : has.Groups[1].Value.Split(", ");
        }

        throw new InvalidOperationException($"{scorer} does not say its parameters: add what it requires to this test");
    }

    [GeneratedRegex("it has (none but|.*?) (?:and )?as=NAME$")]
    private static partial Regex Has();
}
