using Assay.Models;

namespace Assay.Tests.Models.Pricing;

public sealed class BudgetTests
{
    private static readonly ModelSpec Spec = ModelSpec.Parse("openai:ours");
    private static readonly PriceTable Prices = PriceTable.Bundled.With(new Dictionary<string, ModelPrice> { ["openai:ours"] = new(1, 1) });

    [Fact]
    public async Task Calls_WhenTheMoneyIsSpent_AreRefused_AndTheLastIsKept()
    {
        var budget = new Budget(0.0015, Prices);
        var model = new BudgetedModel(Ask.Script(new Answer { Text = "yes", Usage = new TokenUsage(600, 400) }), Spec, budget, TimeProvider.System);

        (await model.AskAsync(Ask.User("a"))).Text.ShouldBe("yes");
        (await model.AskAsync(Ask.User("b"))).Text.ShouldBe("yes");
        var refused = await model.FailAsync(Ask.User("c"));

        refused.Failure.ShouldBe(ModelFailure.OverBudget);
        refused.Message.ShouldContain("0.002 of --max-cost 0.0015");
        budget.Spent.ShouldBe(0.002, 1e-12);
    }

    [Fact]
    public async Task ACallWhoseTokensAreNotCounted_IsKept_AndIsTheLast()
    {
        var model = new BudgetedModel(Ask.Script(Answer.FromText("yes")), Spec, new Budget(1, Prices), TimeProvider.System);

        (await model.AskAsync(Ask.User("a"))).Text.ShouldBe("yes");
        (await model.FailAsync(Ask.User("b"))).Message.ShouldContain("does not count its tokens");
    }

    [Fact]
    public void AModelWithoutAPrice_IsRefusedBeforeTheFirstCall() => Should.Throw<BadInputException>(
        () => new Budget(1, PriceTable.Bundled).RequirePrice(ModelSpec.Parse("openai:nobody-knows"), new DateOnly(2026, 8, 21))).Message.ShouldContain("--price openai:nobody-knows=INPUT/OUTPUT");

    [Fact]
    public async Task SharedCalls_AskTheSameOnce_AndForgetWhatFailed()
    {
        var asked = 0;
        var inner = new FunctionModel("counting", (request, _) => Interlocked.Increment(ref asked) == 1
            ? throw new ModelException(ModelFailure.ServiceError, "not now")
            : Task.FromResult<Answer>($"{request.RowId} {asked}"));
        var shared = new SharedCallsModel(inner);

        await shared.FailAsync(Ask.User("q", "1"));
        (await shared.AskAsync(Ask.User("q", "1"))).Text.ShouldBe("1 2");
        (await shared.AskAsync(Ask.User("q", "1"))).Text.ShouldBe("1 2");
        (await shared.AskAsync(Ask.User("q", "2"))).Text.ShouldBe("2 3");
        (await shared.AskAsync(Ask.User("other", "1"))).Text.ShouldBe("1 4");
        shared.Shared.ShouldBe(1);
    }
}
