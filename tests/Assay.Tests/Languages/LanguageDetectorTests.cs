using Assay.Languages;

namespace Assay.Tests.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("MLflow is an open-source platform for managing the end-to-end machine learning lifecycle.", Language.English)]
    [InlineData("O MLflow é uma plataforma de código aberto para gerenciar o ciclo de vida de aprendizado de máquina.", Language.Portuguese)]
    [InlineData("MLflow est une plateforme libre qui sert à gérer le cycle de vie de l’apprentissage automatique.", Language.French)]
    [InlineData("MLflow es una plataforma de código abierto para gestionar el ciclo de vida del aprendizaje automático.", Language.Spanish)]
    [InlineData("Это большой город на берегу реки, и он очень красив.", Language.Other)]
    [InlineData("こんにちは世界。これはテストです。", Language.Other)]
    public void Detect_Sentence_NamesItsLanguage(string text, Language language) => LanguageDetector.Detect(text).ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("Paris")]
    [InlineData("Une réponse très courte")]
    [InlineData("x1 = 42; y2 = 17; z3 += 4")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z")]
    [InlineData("O'Brien, D'Angelo, and McDonald's sued L'Oréal.")]
    public void IsPlainlyNotEnglish_InDoubt_SaysNo(string text) => LanguageDetector.IsPlainlyNotEnglish(text).ShouldBeFalse();
}
