namespace Assay.Reports.Languages;

/// <summary>Texts of pictures in Portuguese.</summary>
internal static class PortuguesePictures
{
    public static PictureTexts Texts { get; } = new()
    {
        Together = "Valores de todas as linhas em conjunto",
        WhatTogetherIs = "Valores entre 0 e 1, com os seus intervalos. Medem coisas diferentes: uma barra mais longa não é uma métrica melhor.",
        Confusion = "Que rótulo foi tomado por qual",
        WhatConfusionIs = "As linhas são os rótulos das referências, as colunas os das respostas; quanto mais forte a cor da célula, maior a sua parte da linha.",
        Reference = "referência",
        Answer = "resposta",
        OfTheRow = (count, share) => $"{count}, {share} da linha",
        Others = "outros rótulos",
        Label = "Rótulo",
        Precision = "Precisão",
        Recall = "Revocação",
        Given = "Respondidas",
        Flaky = "Linhas pontuadas de outra forma quando perguntadas de novo",
        WhatFlakyIs = (all, listed) => $"Linhas: {all}. Estão listadas as {listed} que mais diferem.",
        Scores = "Pontuações das suas respostas",
    };
}
