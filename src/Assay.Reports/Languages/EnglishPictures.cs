namespace Assay.Reports.Languages;

/// <summary>Texts of pictures in English.</summary>
internal static class EnglishPictures
{
    public static PictureTexts Texts { get; } = new()
    {
        Together = "Figures of all rows together",
        WhatTogetherIs = "Figures between 0 and 1, with their intervals. They measure different things: a longer bar is not a better metric.",
        Confusion = "Which label was taken for which",
        WhatConfusionIs = "Rows are the labels of the references, columns those of the answers; the stronger the colour of a cell, the larger its share of the row.",
        Reference = "reference",
        Answer = "answer",
        OfTheRow = (count, share) => $"{count}, {share} of the row",
        Others = "other labels",
        Label = "Label",
        Precision = "Precision",
        Recall = "Recall",
        Given = "Answered",
        Flaky = "Rows that were scored differently when asked again",
        WhatFlakyIs = (all, listed) => $"{all} rows; the {listed} that differ most are listed.",
        Scores = "Scores of its answers",
    };
}
