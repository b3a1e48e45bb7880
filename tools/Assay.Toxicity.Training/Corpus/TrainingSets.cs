namespace Assay.Toxicity.Training.Corpus;

/// <summary>The labelled sets under <c>toxicity_train</c>, and what each label is taken to mean.</summary>
internal static class TrainingSets
{
    public const string Davidson = "davidson";
    public const string MlmaEnglish = "mlma_en";
    public const string MlmaFrench = "mlma_fr";
    public const string ToldBr = "told_br";
    public const string Surge = "surge";
    public const string Wikipedia = "wikipedia";

    private static readonly string[] GroupColumns = ["homophobia", "racism", "misogyny", "xenophobia"];

    public static IEnumerable<LabelledText> Read(InputDigests data)
    {
        const string folder = "toxicity_train/";
        return [
            .. ReadDavidson(data.ReadText(folder + "davidson2017_labeled_data.csv")),
            .. ReadMlma(data.ReadText(folder + "mlma_en_dataset.csv"), MlmaEnglish, ToxicityLanguage.English),
            .. ReadMlma(data.ReadText(folder + "mlma_fr_dataset.csv"), MlmaFrench, ToxicityLanguage.French),
            .. ReadToldBr(data.ReadText(folder + "told_br.csv")),
            .. ReadSurge(data.ReadText(folder + "surge_toxicity_en.csv")),
            .. ReadWikipedia(data.ReadText(folder + "wiki_toxicity_nonfuzzed_testset.csv")),
            .. ReadWikipedia(data.ReadText(folder + "wiki_toxicity_fuzzed_testset.csv")),
            .. ReadDetox(data.ReadText(folder + "wikipedia-detox-250-line-data.tsv")),
        ];
    }

    // Class 1, "offensive", is mostly profanity: toxic, but not hate; lightly counted, as it is four fifths of the set.
    private static IEnumerable<LabelledText> ReadDavidson(string text) =>
        Table.Rows(text).Select(row => (Class: row("class"), Text: row("tweet"))).Select(row => new LabelledText
        {
            Text = row.Text, Source = Davidson, Language = ToxicityLanguage.English, FoldKey = row.Text,
            Hate = row.Class == "0", HateWeight = row.Class == "1" ? 0.15f : 1,
            Any = row.Class != "2", AnyWeight = row.Class == "2" ? 1 : 0.5f,
        });

    // Tags of one annotator, joined by underscores, often contradictory: half weight.
    private static IEnumerable<LabelledText> ReadMlma(string text, string source, ToxicityLanguage language) =>
        Table.Rows(text).Select(row => (Tags: row("sentiment").Split('_'), Text: row("tweet"))).Select(row =>
        {
            var hateful = row.Tags.Contains("hateful");
            var normal = row.Tags is ["normal"];
            return new LabelledText
            {
                Text = row.Text, Source = source, Language = language, FoldKey = row.Text,
                Hate = hateful, HateWeight = hateful ? 0.4f : normal ? 0.7f : 0.15f,
                Any = !normal, AnyWeight = row.Tags.Contains("normal") && !normal ? 0.1f : 0.4f,
            };
        });

    // Votes of three annotators; two make a label, one half of one.
    private static IEnumerable<LabelledText> ReadToldBr(string text) => Table.Rows(text).Select(row =>
    {
        var content = row("text");
        var group = GroupColumns.Max(column => Table.Number(row(column)));
        var rude = Math.Max(Table.Number(row("obscene")), Table.Number(row("insult")));
        var any = Math.Max(group, rude);
        return new LabelledText
        {
            Text = content, Source = ToldBr, Language = ToxicityLanguage.Portuguese, FoldKey = content,
            Hate = group >= 1, HateWeight = group >= 2 ? 0.8f : group >= 1 ? 0.2f : rude >= 1 ? 0.3f : 0.6f,
            Any = any >= 1, AnyWeight = any == 1 ? 0.6f : 1,
        };
    });

    private static IEnumerable<LabelledText> ReadSurge(string text) =>
        Table.Rows(text).Select(row => (Text: row("text"), Toxic: row("is_toxic") == "Toxic")).Select(row => new LabelledText
        {
            Text = row.Text, Source = Surge, Language = ToxicityLanguage.English, FoldKey = row.Text,
            HateWeight = row.Toxic ? 0 : 1, Any = row.Toxic, AnyWeight = 1,
        });

    // The two files hold the same comments, one with the names of groups exchanged: one revision, one fold.
    private static IEnumerable<LabelledText> ReadWikipedia(string text) =>
        Table.Rows(text).Select(row => (Id: row("rev_id"), Text: row("comment"), Toxic: row("toxic") == "True")).Select(row => new LabelledText
        {
            Text = row.Text, Source = Wikipedia, Language = ToxicityLanguage.English, FoldKey = "revision " + row.Id,
            HateWeight = row.Toxic ? 0 : 1, Any = row.Toxic, AnyWeight = 1.5f,
        });

    private static IEnumerable<LabelledText> ReadDetox(string text) =>
        Table.Rows(text, '\t').Select(row => (Text: row("SentimentText"), Toxic: row("Sentiment") == "1")).Select(row => new LabelledText
        {
            Text = row.Text, Source = "detox", Language = ToxicityLanguage.English, FoldKey = row.Text,
            HateWeight = row.Toxic ? 0 : 1, Any = row.Toxic, AnyWeight = 1.5f,
        });
}
