namespace Assay.Toxicity.Training.Learning;

/// <summary>Scores every example by a model that was trained without its fifth.</summary>
internal static class CrossValidation
{
    public const int Folds = 5;

    public static (float Hate, float Any)[] HeldOutScores(IReadOnlyList<Example> examples, TrainingOptions options, CancellationToken cancellation)
    {
        var scores = new (float, float)[examples.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation };
        Parallel.For(0, Folds, parallel, fold =>
        {
            var model = new LogisticTrainer(options).Train([.. examples.Where(example => example.Origin.Fold != fold)]);
            for (var i = 0; i < examples.Count; i++)
            {
                if (examples[i].Origin.Fold == fold)
                {
                    scores[i] = model.Score(examples[i]);
                }
            }
        });
        return scores;
    }
}
