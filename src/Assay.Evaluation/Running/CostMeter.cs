using Assay.Models;

namespace Assay.Running;

/// <summary>Adds up what answers cost. Used by one thread at a time.</summary>
/// <param name="model">The model's name as the user gave it; one that is no spec (a function) has no price but for the user's own.</param>
/// <param name="prices">The prices.</param>
/// <param name="day">The day of the calls.</param>
internal sealed class CostMeter(string model, PriceTable prices, DateOnly day)
{
    private readonly Dictionary<string, ModelPrice?> _byAnswering = [];
    private double _usd;
    private bool _isKnown = true;
    private bool _isAny;

    /// <summary>US dollars; null without an answer, or when the cost of one is not known.</summary>
    public double? Usd => _isAny && _isKnown ? _usd : null;

    public void Add(Answer? answer)
    {
        if (answer is null)
        {
            return;
        }

        _isAny = true;
        var name = answer.Model ?? "";
        if (!_byAnswering.TryGetValue(name, out var price))
        {
            _byAnswering[name] = price = prices.Find(model, answer.Model, day);
        }

        var cost = price?.Of(answer.Usage);
        (_usd, _isKnown) = (_usd + (cost ?? 0), _isKnown && cost is not null);
    }
}
