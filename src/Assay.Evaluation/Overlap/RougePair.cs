namespace Assay.Overlap;

/// <summary>
/// ROUGE (Lin 2004) of a prediction and a reference, equal to rouge_score 0.1.2: the tokens are found once, and every measure is made of them.
/// Values are between 0 and 1, higher is better; 0 when a side has no tokens. Not safe for concurrent use.
/// </summary>
public sealed class RougePair
{
    private readonly RougeTokens _prediction;
    private readonly RougeTokens _reference;
    private readonly int _vocabulary;
    private RougeNgrams? _ngrams;
    private RougeScore? _subsequence;

    private RougePair(RougeTokens prediction, RougeTokens reference, int vocabulary) =>
        (_prediction, _reference, _vocabulary) = (prediction, reference, vocabulary);

    /// <summary>How many tokens the prediction has.</summary>
    public int PredictionTokens => _prediction.Numbers.Length;

    /// <summary>How many tokens the reference has.</summary>
    public int ReferenceTokens => _reference.Numbers.Length;

    /// <summary>Reads both texts. Any text may be given.</summary>
    public static RougePair Of(string prediction, string reference, RougeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(reference);
        options ??= new RougeOptions();
        var vocabulary = RougeVocabulary.Take(options.Stemmer);
        var pair = new RougePair(
            RougeTokens.Of(prediction, options, vocabulary), RougeTokens.Of(reference, options, vocabulary), vocabulary.Count);
        RougeVocabulary.GiveBack(vocabulary);
        return pair;
    }

    /// <summary>rouge1, rouge2 …: tokens, pairs of neighbours and so on that both have, each as often as in the text that has it less often.</summary>
    public RougeScore Ngrams(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (_ngrams is null || _ngrams.Order > order) _ngrams = new RougeNgrams(_prediction.Numbers, _reference.Numbers, _vocabulary);
        while (_ngrams.Order < order) _ngrams.Lengthen(_prediction.Numbers, _reference.Numbers);
        return _ngrams.Score();
    }

    /// <summary>rougeL: the longest common subsequence of the whole texts.</summary>
    public RougeScore Subsequence()
    {
        if (_subsequence is { } known) return known;
        var columns = new LcsColumns(_vocabulary);
        columns.Set(_prediction.Numbers);
        var common = columns.Length(_reference.Numbers);
        return (_subsequence = RougeScore.Of(common, PredictionTokens, ReferenceTokens)).Value;
    }

    /// <summary>
    /// rougeLsum: of each line of the reference the tokens that belong to a longest common subsequence with any line of the prediction, each
    /// counted at most as often as both texts have it.
    /// </summary>
    public RougeScore Summary()
    {
        if (PredictionTokens == 0 || ReferenceTokens == 0) return default;
        var marks = Union();
        int[] expected = Counts(_reference.Numbers), predicted = Counts(_prediction.Numbers);
        var hits = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            var token = _reference.Numbers[i];
            if (!marks[i] || predicted[token] == 0 || expected[token] == 0) continue;
            hits++;
            predicted[token]--;
            expected[token]--;
        }

        return RougeScore.Of(hits, PredictionTokens, ReferenceTokens);
    }

    private bool[] Union()
    {
        var marks = new bool[ReferenceTokens];
        var columns = new LcsColumns(_vocabulary);
        var trace = new LcsTrace(columns);
        for (var line = 0; line < _prediction.LineEnds.Length; line++)
        {
            var cells = _prediction.Line(line);
            columns.Set(cells);
            for (int i = 0, start = 0; i < _reference.LineEnds.Length; start = _reference.LineEnds[i++])
            {
                var rows = _reference.Line(i);
                trace.Mark(rows, cells, marks.AsSpan(start, rows.Length));
            }
        }

        return marks;
    }

    private int[] Counts(int[] tokens)
    {
        var counts = new int[_vocabulary];
        foreach (var token in tokens) counts[token]++;
        return counts;
    }
}
