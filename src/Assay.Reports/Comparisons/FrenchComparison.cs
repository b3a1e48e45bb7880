namespace Assay.Reports.Comparisons;

/// <summary>A comparison's texts in French.</summary>
internal static class FrenchComparison
{
    public static ComparisonTexts Texts { get; } = new()
    {
        Title = "Comparaison",
        SkipToMetrics = "Aller aux métriques",
        Baseline = "référence",
        Run = "Exécution",
        Name = "Nom",
        Rows = "Lignes",
        Unmatched = "Sans paire",
        Settings = "Réglé autrement",
        Notes = "Avant d’y croire",
        Metrics = "Métriques",
        Exploratory = "Exploratoires : sans correction pour en avoir regardé plusieurs",
        Metric = "Métrique",
        Difference = "Différence",
        Interval = "Intervalle",
        PValue = "p",
        Verdict = "Verdict",
        Effect = "Taille d’effet",
        Picture = "Chaque ligne a sa propre échelle ; le trait pointillé marque l’absence de différence.",
        NoInterval = "Pas d’intervalle",
        Changed = "Lignes qui ont le plus changé",
        Row = "Ligne",
        Asked = "Question",
        AnswerOf = "Réponse de",
        Ranking = "Qui arrive en tête quand les lignes sont tirées à nouveau",
        First = "En tête",
        MayBeBest = "ne se distingue pas de la meilleure",
        Mean = "Moyenne",
        Smallest = smallest => $"tant de lignes auraient montré une différence de {smallest} avec une puissance de 80 %",
        Corrected = confidence => $"intervalles à {confidence}, p corrigé pour l’ensemble des métriques primaires (Holm)",
        VerdictWord = verdict => verdict switch
        {
            Assay.Comparisons.Verdict.Better => "meilleur",
            Assay.Comparisons.Verdict.Worse => "pire",
            Assay.Comparisons.Verdict.Different => "différent",
            Assay.Comparisons.Verdict.Equivalent => "équivalent",
            _ => "aucune preuve de différence",
        },
    };
}
