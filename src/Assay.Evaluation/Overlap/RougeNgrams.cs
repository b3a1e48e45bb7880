using System.Runtime.InteropServices;

namespace Assay.Overlap;

/// <summary>
/// The n-grams of two texts as numbers, equal ones having one number, made longer token by token: an n-gram is the one before it and a token.
/// </summary>
internal sealed class RougeNgrams
{
    private int[] _predicted;
    private int[] _expected;
    private int _distinct;

    public RougeNgrams(int[] prediction, int[] reference, int vocabulary) => (_predicted, _expected, _distinct) = (prediction, reference, vocabulary);

    public int Order { get; private set; } = 1;

    public void Lengthen(int[] prediction, int[] reference)
    {
        var numbers = new Dictionary<ulong, int>(_predicted.Length + _expected.Length);
        _predicted = Longer(_predicted, prediction, numbers);
        _expected = Longer(_expected, reference, numbers);
        _distinct = numbers.Count;
        Order++;
    }

    public RougeScore Score()
    {
        var counts = new int[_distinct];
        foreach (var ngram in _expected) counts[ngram]++;
        var common = 0;
        foreach (var ngram in _predicted)
            if (counts[ngram]-- > 0) common++;
        return RougeScore.Of(common, _predicted.Length, _expected.Length);
    }

    private int[] Longer(int[] ngrams, int[] tokens, Dictionary<ulong, int> numbers)
    {
        var longer = new int[Math.Max(0, ngrams.Length - 1)];
        for (var i = 0; i < longer.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, ((ulong)ngrams[i] << 32) | (uint)tokens[i + Order], out var known);
            if (!known) number = numbers.Count - 1;
            longer[i] = number;
        }

        return longer;
    }
}
