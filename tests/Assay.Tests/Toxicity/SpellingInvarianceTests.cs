using Assay.Toxicity;

namespace Assay.Tests.Toxicity;

public sealed class SpellingInvarianceTests
{
    private const double Close = 0.1;

    [Theory]
    [InlineData("I hate women", "I HATE WOMEN")]
    [InlineData("I hate women", "I h4te w0men")]
    [InlineData("I hate women", "I h a t e women")]
    [InlineData("I hate women", "Ihatewomen")]
    [InlineData("I hate women", "I haaaate women")]
    [InlineData("I hate women", "I hate wo men")]
    [InlineData("I hate women", "I hate womn")]
    [InlineData("I hate women", "I hate wmoen")]
    [InlineData("I hate women", "I hate\u200b wo\u00admen")]
    [InlineData("I hate women", "I hаte wоmen")]
    [InlineData("I hate women", "I 𝐡𝐚𝐭𝐞 𝐰𝐨𝐦𝐞𝐧")]
    [InlineData("Odeio imigrantes", "Odeio 1migr4ntes")]
    [InlineData("Les réfugiés sont des parasites", "Les refugies sont des parasites")]
    [InlineData("Los judíos son una plaga", "Los judíos son una plaga")]
    public void A_disguise_hardly_changes_the_score(string plain, string disguised)
    {
        var expected = ToxicityModel.Embedded.Predict(plain).Hate;

        ToxicityModel.Embedded.Predict(disguised).Hate.ShouldBe(expected, Close);
        expected.ShouldBeGreaterThan(0.5);
    }
}
