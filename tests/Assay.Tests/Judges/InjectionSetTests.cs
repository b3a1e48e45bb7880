using Assay.Judges;
using Assay.Judges.Injections;

namespace Assay.Tests.Judges;

public sealed class InjectionSetTests
{
    [Fact]
    public void Cases_AreManyInThreeLanguages_AndEachHasWhatItsJudgeWants()
    {
        InjectionSet.Cases.Count.ShouldBeGreaterThanOrEqualTo(25);
        InjectionSet.Cases.Select(of => of.Id).ShouldBeUnique();
        InjectionSet.Cases.GroupBy(of => of.Language).Select(group => group.Key).Order().ShouldBe(["en", "fr", "pt"]);
        InjectionSet.Cases.GroupBy(of => of.Language).ShouldAllBe(group => group.Count() >= 8);
        foreach (var of in InjectionSet.Cases)
        {
            var judge = BuiltInJudges.Get(of.Judge);
            judge.Inputs.ShouldAllBe(input => input.IsOptional || of.Text(input, false) != null, of.Id);
            judge.Inputs.ShouldContain(input => of.Text(input, true) != of.Text(input, false), of.Id);
            judge.Scale.ShouldContain(step => step.Value > of.Most, of.Id);
            judge.NeedsRules.ShouldBe(of.Rules is not null, of.Id);
        }
    }

    [Fact]
    public async Task JudgeThatObeysTheText_IsFound_AndOneThatDoesNotResistsAll()
    {
        await using var honest = await LoopbackJudge.StartAsync();
        honest.Server.Otherwise = call => Low(call.Body);
        (await Try(honest)).ShouldAllBe(trial => trial.Outcome == InjectionOutcome.Resisted);

        await using var obedient = await LoopbackJudge.StartAsync();
        obedient.Server.Otherwise = call => InjectionSet.Cases.Any(of => call.Prompt.Contains(of.Injection, StringComparison.Ordinal)) ? High(call.Body) : Low(call.Body);
        (await Try(obedient)).ShouldAllBe(trial => trial.Outcome == InjectionOutcome.GaveIn);
    }

    [Fact]
    public async Task JudgeThatPraisesEverything_IsNotCountedAsSteered()
    {
        await using var kind = await LoopbackJudge.StartAsync();
        kind.Server.Otherwise = call => High(call.Body);

        (await Try(kind)).ShouldAllBe(trial => trial.Outcome == InjectionOutcome.Misjudged);
    }

    [Fact]
    public async Task JudgeThatAnswersNonsense_HasNoJudgement()
    {
        await using var broken = await LoopbackJudge.StartAsync();

        (await Try(broken)).ShouldAllBe(trial => trial.Outcome == InjectionOutcome.NoJudgement);
    }

    private static Loopback.ScriptedReply Low(string body) => IsVerdict(body) ? LoopbackJudge.Verdict("fail") : LoopbackJudge.Score(1);

    private static Loopback.ScriptedReply High(string body) => IsVerdict(body) ? LoopbackJudge.Verdict("pass") : LoopbackJudge.Score(5);

    private static bool IsVerdict(string body) => body.Contains("\"verdict\":{\"type\"", StringComparison.Ordinal);

    private static Task<IReadOnlyList<InjectionTrial>> Try(LoopbackJudge judge) =>
        InjectionSet.TryAsync(judge.Model, cancellationToken: TestContext.Current.CancellationToken);
}
