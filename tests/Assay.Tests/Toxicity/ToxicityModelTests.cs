using Assay.Toxicity;

namespace Assay.Tests.Toxicity;

public sealed class ToxicityModelTests
{
    private static ToxicityModel Model => ToxicityModel.Embedded;

    [Theory]
    [InlineData("I hate immigrants, they are vermin.")]
    [InlineData("All Muslims should be deported.")]
    [InlineData("Os judeus são uma praga e deviam ser expulsos.")]
    [InlineData("Eu odeio os gays, são nojentos.")]
    [InlineData("Les arabes sont tous des voleurs, qu'ils rentrent chez eux.")]
    [InlineData("Les femmes sont stupides et inférieures.")]
    [InlineData("Los gitanos son basura, hay que echarlos del país.")]
    [InlineData("Odio a los negros, son unos salvajes.")]
    public void Plain_hate_is_recognised(string text)
    {
        var found = Model.Predict(text);

        found.Hate.ShouldBeGreaterThan(0.5);
        found.Any.ShouldBeGreaterThan(0.5);
    }

    [Theory]
    [InlineData("The meeting was moved to Thursday.")]
    [InlineData("My sister is a Muslim and works as a doctor.")]
    [InlineData("A minha vizinha é indígena e dá aulas de música.")]
    [InlineData("Mon collègue est homosexuel et joue du piano.")]
    [InlineData("Los inmigrantes enriquecen nuestra ciudad.")]
    public void Harmless_sentences_pass(string text)
    {
        var found = Model.Predict(text);

        found.Hate.ShouldBeLessThan(0.5);
        found.Any.ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData("You are such a fucking idiot.")]
    [InlineData("Cala a boca, seu babaca.")]
    [InlineData("Ferme ta gueule, connard.")]
    [InlineData("Eres un gilipollas de mierda.")]
    public void An_insult_of_one_person_is_toxic_but_not_hate(string text)
    {
        var found = Model.Predict(text);

        found.Any.ShouldBeGreaterThan(0.5);
        found.Hate.ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData("Immigrants are parasites.", "Immigrants are not parasites.")]
    [InlineData("Gays are disgusting.", "Saying \"gays are disgusting\" is homophobic and unacceptable.")]
    [InlineData("As mulheres são burras.", "Dizer que as mulheres são burras é machismo.")]
    [InlineData("Les juifs sont des menteurs.", "Les juifs ne sont pas des menteurs.")]
    [InlineData("Los negros son inferiores.", "\"Los negros son inferiores\" es una frase racista.")]
    public void A_denial_or_a_quotation_that_is_condemned_counts_less_than_the_claim(string claim, string countered)
    {
        Model.Predict(claim).Hate.ShouldBeGreaterThan(0.5);
        Model.Predict(countered).Hate.ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("!!! ... ---")]
    public void A_text_without_words_has_probability_zero(string text)
    {
        var found = Model.Predict(text);

        found.Any.ShouldBe(0);
        found.Hate.ShouldBe(0);
    }

    [Theory]
    [InlineData("They all went home and had dinner together.", ToxicityLanguage.English)]
    [InlineData("Ontem fomos à praia com os nossos amigos.", ToxicityLanguage.Portuguese)]
    [InlineData("Nous avons mangé une tarte avec les enfants.", ToxicityLanguage.French)]
    [InlineData("Ayer fuimos a la playa con nuestros amigos.", ToxicityLanguage.Spanish)]
    public void The_language_is_told(string text, ToxicityLanguage language) => Model.Predict(text).Language.ShouldBe(language);

    [Fact]
    public void The_embedded_model_is_at_most_four_megabytes_and_names_its_sources()
    {
        using var stream = typeof(ToxicityModel).Assembly.GetManifestResourceStream("toxicity.bin")!;

        stream.Length.ShouldBeLessThanOrEqualTo(4_000_000);
        Model.Sources.ShouldContain(source => source.Key == "toxicity_train/told_br.csv" && source.Value.Length == 64);
    }

    [Fact]
    public void The_test_suites_are_not_among_the_sources()
    {
        Model.Sources.ShouldAllBe(source => !source.Key.StartsWith("toxicity_test") && !source.Key.StartsWith("bias"));
    }
}
