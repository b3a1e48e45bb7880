using Assay.Models;

namespace Assay.Tests.Models.Pricing;

public sealed class PriceTableTests
{
    private static readonly DateOnly Day = new(2026, 8, 21);

    [Theory]
    [InlineData("openai:gpt-4o-mini", null, 0.15, 0.6)]
    [InlineData("openai:gpt-4o-mini", "gpt-4o-mini-2024-07-18", 0.15, 0.6)]
    [InlineData("azure:our-deployment", "gpt-4o-2024-08-06", 2.5, 10)]
    public void Find_AKnownModel_HasItsPrice(string asked, string? answered, double input, double output)
    {
        var price = PriceTable.Bundled.Find(ModelSpec.Parse(asked), answered, Day).ShouldNotBeNull();
        (price.Input, price.Output).ShouldBe((input, output));
    }

    [Theory]
    [InlineData("openai:a-model-that-nobody-sells", null)]
    [InlineData("azure:our-deployment", null)]
    [InlineData("exec:python gpt-4o.py", null)]
    [InlineData("function", "gpt-4o")]
    public void Find_AnUnknownModel_HasNone(string asked, string? answered) => PriceTable.Bundled.Find(asked, answered, Day).ShouldBeNull();

    [Fact]
    public void Find_WithPricesOfOnesOwn_TakesThoseFirst()
    {
        var table = PriceTable.Bundled.With(new Dictionary<string, ModelPrice> { ["openai:gpt-4o-mini"] = new(1, 2), ["function"] = new(3, 4) });

        table.Find("openai:gpt-4o-mini", "gpt-4o-mini", Day).ShouldBe(new ModelPrice(1, 2));
        table.Find("function", null, Day).ShouldBe(new ModelPrice(3, 4));
        table.Find("openai:gpt-4o", null, Day).ShouldBe(PriceTable.Bundled.Find("openai:gpt-4o", null, Day));
    }

    [Fact]
    public void Find_OnDaysBeforeAndAfterAPriceChanged_HasEach()
    {
        PriceTable.Bundled.Find("openai:o3", null, new DateOnly(2025, 6, 9))!.Input.ShouldBe(10);
        PriceTable.Bundled.Find("openai:o3", null, new DateOnly(2025, 6, 10))!.Input.ShouldBe(2);
    }

    [Fact]
    public void Cost_CountsCachedInputApart() =>
        new ModelPrice(2, 8, 0.5).Of(new TokenUsage(1_000_000, 500_000, Cached: 400_000))!.Value.ShouldBe(1.2 + 0.2 + 4, 1e-12);

    [Fact]
    public void Cost_OfALongPrompt_HasThePriceOfThose()
    {
        var price = new ModelPrice(1, 1) { LongFrom = 1000, LongPrompts = new ModelPrice(2, 3) };

        price.Of(new TokenUsage(1000, 0)).ShouldBe(0.001);
        price.Of(new TokenUsage(1001, 1000))!.Value.ShouldBe((1001 * 2 + 1000 * 3) / 1e6, 1e-15);
    }

    [Fact]
    public void Cost_WithoutACountOfTokens_IsNotKnown()
    {
        new ModelPrice(1, 1).Of(null).ShouldBeNull();
        ModelPrice.Free.Of(null).ShouldBe(0);
    }
}
