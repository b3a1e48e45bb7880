namespace Assay.Models.Local;

/// <summary>
/// Chooses the next token: the likeliest at temperature 0, else at random among the likeliest that together have the probability
/// <c>top_p</c> (nucleus sampling; Holtzman and others 2020).
/// </summary>
/// <param name="temperature">0 or more.</param>
/// <param name="topP">More than 0, up to 1.</param>
/// <param name="random">The source of chance; used by this sampler alone.</param>
internal sealed class TokenSampler(double temperature, double topP, SampleRandom random)
{
    private SampleRandom _random = random;

    public int Choose(ReadOnlySpan<float> logits)
    {
        var likeliest = 0;
        for (var token = 1; token < logits.Length; token++)
        {
            likeliest = logits[token] > logits[likeliest] ? token : likeliest;
        }

        if (temperature == 0)
        {
            return likeliest;
        }

        var weights = new double[logits.Length];
        double sum = 0;
        for (var token = 0; token < weights.Length; token++)
        {
            weights[token] = Math.Exp((logits[token] - logits[likeliest]) / temperature);
            sum += weights[token];
        }

        return topP < 1 ? ChooseOf(Nucleus(weights, sum), weights) : ChooseOf(Enumerable.Range(0, weights.Length), weights, sum);
    }

    private List<int> Nucleus(double[] weights, double sum)
    {
        // A token below the average of what may be missing cannot be among the first ones.
        var least = (1 - topP) / (weights.Length - 1) * sum;
        var candidates = Enumerable.Range(0, weights.Length).Where(token => weights[token] >= least)
            .OrderByDescending(token => weights[token]).ThenBy(token => token);
        var nucleus = new List<int>();
        double together = 0;
        foreach (var token in candidates)
        {
            nucleus.Add(token);
            together += weights[token];
            if (together >= topP * sum) break;
        }

        return nucleus;
    }

    private int ChooseOf(List<int> tokens, double[] weights) => ChooseOf(tokens, weights, tokens.Sum(token => weights[token]));

    private int ChooseOf(IEnumerable<int> tokens, double[] weights, double sum)
    {
        var at = _random.Next() * sum;
        var last = 0;
        foreach (var token in tokens)
        {
            if (weights[token] == 0) continue;
            last = token;
            at -= weights[token];
            if (at < 0) break;
        }

        return last;
    }
}
