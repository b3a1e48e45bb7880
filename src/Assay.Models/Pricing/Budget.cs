using System.Globalization;

namespace Assay.Models;

/// <summary>Money that calls may cost, in US dollars. Safe for concurrent use.</summary>
/// <param name="limit">The most, in US dollars; more than 0.</param>
/// <param name="prices">What calls cost.</param>
public sealed class Budget(double limit, PriceTable prices)
{
    private readonly Lock _lock = new();
    private double _spent;
    private string? _uncounted;

    /// <summary>What was spent so far, in US dollars.</summary>
    public double Spent
    {
        get
        {
            lock (_lock)
            {
                return _spent;
            }
        }
    }

    /// <summary>Refuses a model whose calls could not be counted.</summary>
    /// <exception cref="BadInputException">The table has no price of it.</exception>
    public void RequirePrice(ModelSpec spec, DateOnly day)
    {
        if (spec.Provider is ModelProvider.OpenAI && prices.Find(spec, null, day) is null)
        {
            throw new BadInputException($"--max-cost: no price of {spec.Name} is known; {Remedy(spec)}");
        }
    }

    /// <summary>Refuses the next call once the money is spent, or a call was made that could not be counted.</summary>
    internal void RequireSome()
    {
        lock (_lock)
        {
            if (_uncounted is not null || _spent >= limit)
            {
                throw new ModelException(ModelFailure.OverBudget, _uncounted ?? string.Create(
                    CultureInfo.InvariantCulture, $"the budget is spent: {_spent:0.####} of --max-cost {limit} US dollars; give more and take the run up to go on"));
            }
        }
    }

    /// <summary>Counts a call. One that cannot be counted is kept, as it is paid for, and is the last.</summary>
    internal void Spend(ModelSpec spec, Answer answer, DateOnly day)
    {
        var price = prices.Find(spec, answer.Model, day);
        var cost = price?.Of(answer.Usage);
        lock (_lock)
        {
            _spent += cost ?? 0;
            _uncounted ??= cost is not null ? null
                : price is null ? $"--max-cost cannot be kept: no price of {spec.Name} ({answer.Model ?? "unnamed"}) is known; {Remedy(spec)}"
                : $"--max-cost cannot be kept: {spec.Name} does not count its tokens; leave --max-cost away";
        }
    }

    private static string Remedy(ModelSpec spec) => $"give it with --price {spec.Name}=INPUT/OUTPUT, in US dollars a million tokens";
}
