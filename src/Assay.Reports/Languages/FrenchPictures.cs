namespace Assay.Reports.Languages;

/// <summary>Texts of pictures in French.</summary>
internal static class FrenchPictures
{
    public static PictureTexts Texts { get; } = new()
    {
        Together = "Chiffres de toutes les lignes ensemble",
        WhatTogetherIs = "Chiffres entre 0 et 1, avec leurs intervalles. Ils ne mesurent pas la même chose\u00A0: une barre plus longue n’est pas une meilleure métrique.",
        Confusion = "Quelle étiquette a été prise pour laquelle",
        WhatConfusionIs = "Les lignes sont les étiquettes des références, les colonnes celles des réponses\u00A0; plus la couleur d’une cellule est forte, plus sa part de la ligne est grande.",
        Reference = "référence",
        Answer = "réponse",
        OfTheRow = (count, share) => $"{count}, {share} de la ligne",
        Others = "autres étiquettes",
        Label = "Étiquette",
        Precision = "Précision",
        Recall = "Rappel",
        Given = "Répondues",
        Flaky = "Lignes notées autrement quand elles sont posées de nouveau",
        WhatFlakyIs = (all, listed) => $"Lignes\u00A0: {all}. Les {listed} qui diffèrent le plus sont données ici.",
        Scores = "Scores de ses réponses",
    };
}
