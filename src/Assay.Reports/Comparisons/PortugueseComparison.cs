namespace Assay.Reports.Comparisons;

/// <summary>A comparison's texts in Portuguese.</summary>
internal static class PortugueseComparison
{
    public static ComparisonTexts Texts { get; } = new()
    {
        Title = "Comparação",
        SkipToMetrics = "Ir para as métricas",
        Baseline = "referência",
        Run = "Execução",
        Name = "Nome",
        Rows = "Linhas",
        Unmatched = "Sem par",
        Settings = "Configurado de outra forma",
        Notes = "Antes de acreditar",
        Metrics = "Métricas",
        Exploratory = "Exploratórias: sem correção por se olhar várias",
        Metric = "Métrica",
        Difference = "Diferença",
        Interval = "Intervalo",
        PValue = "p",
        Verdict = "Veredito",
        Effect = "Tamanho do efeito",
        Picture = "Cada linha tem a sua própria escala; a linha tracejada é nenhuma diferença.",
        NoInterval = "Sem intervalo",
        Changed = "Linhas que mais mudaram",
        Row = "Linha",
        Asked = "Pergunta",
        AnswerOf = "Resposta de",
        Ranking = "Quem ficou em primeiro quando as linhas foram sorteadas de novo",
        First = "Em primeiro",
        MayBeBest = "não se distingue da melhor",
        Mean = "Média",
        Smallest = smallest => $"com tantas linhas se veria uma diferença de {smallest} com poder de 80%",
        Corrected = confidence => $"intervalos a {confidence}, p corrigido para as métricas primárias em conjunto (Holm)",
        VerdictWord = verdict => verdict switch
        {
            Assay.Comparisons.Verdict.Better => "melhor",
            Assay.Comparisons.Verdict.Worse => "pior",
            Assay.Comparisons.Verdict.Different => "diferente",
            Assay.Comparisons.Verdict.Equivalent => "equivalente",
            _ => "nenhuma evidência de diferença",
        },
    };
}
